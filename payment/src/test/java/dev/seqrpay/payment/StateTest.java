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
        Payment paid = new UseCaseFixture().paid();

        assertThatIllegalStateException()
                .isThrownBy(() -> paid.ended(State.CANCELED, Reason.EXPIRED, paid.changedAt()));
    }

    @Test
    void browsers_hear_seqrs_own_words() {
        assertThat(Arrays.stream(State.values()).map(State::seqrWord).distinct())
                .containsExactlyInAnyOrder("ISSUED", "PAID", "CANCELED", "FAILED");
    }

    @Test
    void the_shop_hears_the_same_and_that_a_person_has_to_look() {
        assertThat(Arrays.stream(State.values()).map(State::shopsWord))
                .containsExactly("ISSUED", "ISSUED", "ISSUED", "PAID", "CANCELED", "FAILED", "REVIEW", "FAILED");
    }

    @Test
    void only_what_can_still_be_paid_or_has_yet_to_be_sent_is_not_over() {
        assertThat(Arrays.stream(State.values()).filter(State::isFinal))
                .containsExactly(State.PAID, State.CANCELED, State.FAILED, State.REVIEW, State.REVERSED);
    }
}
