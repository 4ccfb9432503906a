package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which changes a shop is told of, and by which name. */
class EventTypeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Money TEN = Money.of("SEK", "10");

    private static Payment payment(State state, Reason reason) {
        Payment created = StoreFixture.fresh();
        return new Payment(
                created.purchase(),
                4,
                NOW,
                SampleStandings.in(state, reason, NOW, created.invoice().total()));
    }

    private static String told(State from, Payment after, Refund refund) {
        return EventType.of(new Change(from, after, Cause.POLL, null, null, refund))
                .map(EventType::wireName)
                .orElse(null);
    }

    @Test
    void these_are_all_names() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::wireName))
                .containsExactly(
                        "payment.acknowledgment_required.v1",
                        "payment.reserved.v1",
                        "payment.paid.v1",
                        "payment.cancelled.v1",
                        "payment.replaced.v1",
                        "payment.failed.v1",
                        "payment.review.v1",
                        "payment.reversed.v1",
                        "refund.settled.v1",
                        "refund.rejected.v1",
                        "refund.unknown.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED, PAID, , payment.paid.v1",
        "REVIEW, PAID, , payment.paid.v1",
        "CANCELING, CANCELED, EXPIRED, payment.cancelled.v1",
        "CANCELING, CANCELED, CANCELED_BY_PAYER, payment.cancelled.v1",
        "REVIEW, CANCELED, NOT_PAID, payment.cancelled.v1",
        "CANCELING, CANCELED, REPLACED, payment.replaced.v1",
        "ISSUED, FAILED, FAILED_AT_SEQR, payment.failed.v1",
        "ISSUED, REVIEW, MISMATCH, payment.review.v1",
        "PAID, REVERSED, , payment.reversed.v1",
        "CREATED, ISSUED, ,",
        "CREATED, CREATED, ,",
        "ISSUED, CANCELING, EXPIRED,",
        "PAID, PAID, ,"
    })
    void an_end_is_told(State from, State to, Reason reason, String name) {
        assertThat(told(from, payment(to, reason), null)).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(Refund.State.class)
    void of_a_refund_its_own_end_is_told(Refund.State state) {
        Refund refund = new Refund("ref_1", "pay_1", TEN, state, null, null, NOW);
        assertThat(told(State.PAID, payment(State.PAID, null), refund))
                .isEqualTo(
                        switch (state) {
                            case SETTLED -> "refund.settled.v1";
                            case REJECTED -> "refund.rejected.v1";
                            case UNKNOWN -> "refund.unknown.v1";
                            case REQUESTED, NOT_DONE -> null;
                        });
    }

    @ParameterizedTest
    @CsvSource({"'', why", "' ', why", "support, ''", "support, ' '"})
    void a_decision_says_who_and_why(String by, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision(by, why));
    }
}
