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
                ISSUED: CANCELING PAID CANCELED FAILED REVIEW
                CANCELING: PAID CANCELED FAILED REVIEW
                PAID: PAID REVERSED
                CANCELED:
                FAILED:
                REVIEW:
                REVERSED:""");
    }

    @Test
    void any_other_is_refused() {
        Payment paid = new Shop().paid();

        assertThatIllegalStateException()
                .isThrownBy(() -> paid.ended(State.CANCELED, Reason.EXPIRED, paid.changedAt()));
    }

    @Test
    void browsers_hear_seqrs_own_words() {
        assertThat(Arrays.stream(State.values()).map(State::seqrWord).distinct())
                .containsExactlyInAnyOrder("ISSUED", "PAID", "CANCELED", "FAILED");
    }
}
