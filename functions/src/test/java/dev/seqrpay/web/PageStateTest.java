package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PageStateTest {

    @ParameterizedTest
    @EnumSource(State.class)
    void every_state_has_one_with_any_reason(State state) {
        assertThat(pageState(state, null)).isNotNull();
        for (Reason reason : Reason.values())
            assertThat(pageState(state, reason)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELED, CANCELED_BY_PAYER, CANCELED_BY_PAYER",
        "CANCELED, CANCELED_BY_SHOP, CANCELED_BY_SHOP",
        "CANCELED, REPLACED, REPLACED",
        "CANCELED, EXPIRED, EXPIRED",
        "CANCELING, EXPIRED, EXPIRING",
        "CANCELING, CANCELED_BY_SHOP, CANCELING",
        "FAILED, FAILED_AT_SEQR, FAILED",
        "FAILED, REFUSED_BY_SEQR, NOT_STARTED",
        "FAILED, NOT_ISSUED, NOT_STARTED",
        "REVIEW, MISMATCH, IN_REVIEW"
    })
    void reasons_are_told_apart(State state, Reason reason, PageState standing) {
        assertThat(pageState(state, reason)).isEqualTo(standing);
    }

    @Test
    void the_shopper_is_not_asked_to_pay_when_time_is_up() {
        var payment = Sample.payment(State.ISSUED, null, "0");
        assertThat(PageState.of(payment, Sample.EXPIRES.minusMillis(1))).isEqualTo(PageState.WAITING);
        assertThat(PageState.of(payment, Sample.EXPIRES)).isEqualTo(PageState.EXPIRING);
    }

    private static PageState pageState(State state, Reason reason) {
        return PageState.of(Sample.payment(state, reason, "0"), Sample.NOW);
    }
}
