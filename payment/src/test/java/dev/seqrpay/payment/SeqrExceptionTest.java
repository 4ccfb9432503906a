package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known after a call that was no success decides about money: a fact, or nothing at all. */
class SeqrExceptionTest {
    private static final SeqrException UNANSWERED = SeqrException.unknown("call", "nothing came back", null);
    private static final SeqrException UNREADABLE = SeqrException.unreadable("call", "it has no version", null);
    private static final SeqrException NOT_SENT = SeqrException.notSent("call", "the connection was refused", null);

    @Test
    void the_code_is_seqrs_own_and_none_where_it_gave_none() {
        assertThat(SeqrException.answered("call", 49).code()).isEqualTo(49);
        assertThat(SeqrException.answered("call", 12345).code()).isEqualTo(12345);
        assertThat(UNANSWERED.code()).isNull();
        assertThat(UNREADABLE.code()).isNull();
        assertThat(NOT_SENT.code()).isNull();
    }

    @ParameterizedTest
    @EnumSource(ResultCode.class)
    void each_code_of_the_contract_is_known_by_its_number(ResultCode code) {
        assertThat(ResultCode.of(code.code())).contains(code);
        assertThat(SeqrException.answered("call", code.code()).resultCode()).contains(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 29, 37, 48, 49, 54, 91, 92, 93, 97, 98, 99})
    void a_refusal_says_that_nothing_has_happened(int code) {
        SeqrException refused = SeqrException.answered("call", code);

        assertThat(refused.isRefusal()).isTrue();
        assertThat(refused.isWithoutEffect()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 90, 94, 12345})
    void a_code_that_promises_nothing_may_have_had_an_effect(int code) {
        SeqrException undecided = SeqrException.answered("call", code);

        assertThat(undecided.isRefusal()).isFalse();
        assertThat(undecided.isWithoutEffect()).isFalse();
    }

    @Test
    void without_an_answer_only_what_was_not_sent_has_had_no_effect() {
        assertThat(NOT_SENT.isWithoutEffect()).isTrue();
        assertThat(NOT_SENT.isRefusal()).isFalse();
        assertThat(UNANSWERED.isWithoutEffect()).isFalse();
        assertThat(UNREADABLE.isWithoutEffect()).isFalse();
    }

    @Test
    void an_outage_would_have_met_any_other_payment_too() {
        assertThat(NOT_SENT.isOutage()).isTrue();
        assertThat(UNANSWERED.isOutage()).isTrue();
        assertThat(SeqrException.answered("call", 93).isOutage()).isTrue();
        assertThat(SeqrException.answered("call", 20).isOutage()).isTrue();
        assertThat(UNREADABLE.isOutage()).isFalse();
        assertThat(SeqrException.answered("call", 54).isOutage()).isFalse();
        assertThat(SeqrException.answered("call", 12345).isOutage()).isFalse();
    }
}
