package dev.seqrpay.simulation.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.simulator.core.Switches.AcknowledgedBy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every order of the steps; a violation says which. */
@Execution(ExecutionMode.CONCURRENT)
class InterleavingsTest {
    static Stream<Interleavings> pairs() {
        return Interleavings.all(2, 1);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void no_order_of_the_steps_of_two_of_which_one_may_die_breaks_the_promise(Interleavings pair) {
        pair.explore();

        assertThat(pair.ends()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void nor_do_three_at_once(AcknowledgedBy by) {
        List<Handler> refunds = List.of(Handler.REFUND, Handler.REFUND, Handler.SWEEP);
        new Interleavings(Scene.Start.PAID_HERE, by, refunds, 1).explore();
        List<Handler> askers = List.of(Handler.POLL, Handler.CANCEL, Handler.SWEEP);
        new Interleavings(Scene.Start.PAID_THERE_AND_EXPIRED, by, askers, 1).explore();
        List<Handler> checkouts = List.of(Handler.CANCEL, Handler.CHECKOUT, Handler.CHECKOUT);
        new Interleavings(Scene.Start.CREATED, by, checkouts, 1).explore();
        List<Handler> nets = List.of(Handler.NOTIFICATION, Handler.SWEEP, Handler.WATCH);
        new Interleavings(Scene.Start.PAID_THERE_AND_EXPIRED, by, nets, 1).explore();
    }
}
