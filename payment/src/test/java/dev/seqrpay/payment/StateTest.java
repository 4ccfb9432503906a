package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StateTest {
    @Test
    void these_are_all_transitions() {
        String table = Arrays.stream(State.values())
                .map(from -> from + ":"
                        + Arrays.stream(State.values())
                                .filter(from::mayBecome)
                                .map(to -> " " + to)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));

        assertThat(table).isEqualTo("""
                CREATED: CREATED ISSUED CANCELED FAILED
                ISSUED: ISSUED CANCELING RESERVED PAID CANCELED FAILED REVIEW
                CANCELING: PAID CANCELED FAILED REVIEW
                RESERVED: CANCELING RESERVED CAPTURING
                CAPTURING: RESERVED PAID CANCELED FAILED REVIEW
                PAID: PAID REVERSED
                CANCELED:
                FAILED:
                REVIEW: PAID CANCELED
                REVERSED:""");
    }

    @Test
    void any_other_is_refused() {
        Payment paid = new UseCaseFixture().paid();

        assertThatIllegalStateException()
                .isThrownBy(() -> paid.ended(State.CANCELED, Reason.EXPIRED, paid.changedAt()));
    }

    @Test
    void what_seqr_takes_back_keeps_what_was_paid() {
        Payment paid = new UseCaseFixture().paid();

        Payment reversed = paid.reversed(paid.changedAt());

        assertThat(reversed.state()).isEqualTo(State.REVERSED);
        assertThat(reversed.confirmation()).isEqualTo(paid.confirmation()).isPresent();
        assertThat(reversed.seqrInvoice()).isEqualTo(paid.seqrInvoice()).isPresent();
        assertThat(reversed.ersReference()).isEqualTo(paid.ersReference());
        assertThat(reversed.terminalId()).isEqualTo(paid.purchase().terminalId());
    }

    @Test
    void what_was_never_paid_cannot_be_taken_back_or_given_back() {
        Payment created = StoreFixture.fresh();
        Money none = created.invoice().total().zero();

        assertThat(created.confirmation()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> created.reversed(created.changedAt()));
        assertThatIllegalStateException().isThrownBy(() -> created.refunding(none, none, created.changedAt()));
        assertThatIllegalStateException().isThrownBy(() -> created.paid("ers-1", 2, created.changedAt()));
    }

    @Test
    void browsers_hear_seqrs_own_words() {
        assertThat(Arrays.stream(State.values()).map(State::seqrWord).distinct())
                .containsExactlyInAnyOrder("ISSUED", "RESERVED", "PAID", "CANCELED", "FAILED");
    }

    @Test
    void the_shop_hears_the_same_and_that_a_person_has_to_look() {
        assertThat(Arrays.stream(State.values()).map(State::shopsWord))
                .containsExactly(
                        "ISSUED",
                        "ISSUED",
                        "ISSUED",
                        "RESERVED",
                        "RESERVED",
                        "PAID",
                        "CANCELED",
                        "FAILED",
                        "REVIEW",
                        "FAILED");
    }

    @Test
    void only_what_can_still_be_paid_or_has_yet_to_be_sent_is_not_over() {
        assertThat(Arrays.stream(State.values()).filter(State::isFinal))
                .containsExactly(
                        State.RESERVED,
                        State.CAPTURING,
                        State.PAID,
                        State.CANCELED,
                        State.FAILED,
                        State.REVIEW,
                        State.REVERSED);
    }
}
