package dev.seqrpay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.simulation.engine.Plan;
import dev.seqrpay.simulation.engine.Strength;
import dev.seqrpay.simulation.engine.Trace;
import dev.seqrpay.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ten thousand payments of each kind of day; {@code ./seqrpay simulate --payments 1000000} is the same with more seeds. */
class SimulationTest {
    private static final long SEEDS = 200;

    /** A tenth more seeds: one payment in fourteen is reserved, and those are not counted in what is kept. */
    private static Figures kept(Strength strength, String words) {
        return kept(strength, words, SEEDS + SEEDS / 10);
    }

    private static Figures kept(Strength strength, String words, long seeds) {
        Simulation simulation = new Simulation(strength);
        Optional<Simulation.Found> found = simulation.run(1, seeds, 2);
        found.ifPresent(violated -> {
            String again = "./seqrpay simulate --seed " + violated.plan().seed() + words;
            throw new AssertionError(
                    String.join("\n", ViolationReport.of(violated.plan(), violated.violation(), again)));
        });
        return simulation.figures();
    }

    private static Figures promised(Strength strength, String words, long seeds) {
        Figures figures = kept(strength, words, seeds);
        assertThat(figures.seeds()).isEqualTo(seeds);
        assertThat(figures.payments() + figures.taken()).isEqualTo(50 * seeds);
        assertThat(figures.taken()).isGreaterThan(seeds / 2);
        return figures;
    }

    @Test
    void without_faults_the_promise_is_kept_and_every_confirmed_payment() {
        assertThat(promised(Strength.NONE, " --faults none", SEEDS).captureRatio())
                .isEqualTo(1);
    }

    @Test
    void with_all_faults_the_promise_is_kept() {
        promised(Strength.FULL, " --faults full", SEEDS);
    }

    /** More seeds than elsewhere: what is lost comes in clusters, for an outage or a wrong clock is a whole seed's. */
    @Test
    void on_a_bad_day_the_promise_is_kept_and_hardly_any_payment_is_reversed() {
        assertThat(promised(Strength.BAD_DAY, " --faults bad-day", 5 * SEEDS).captureRatio())
                .isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void with_every_notification_lost_an_open_browser_keeps_every_payment() {
        Figures figures = kept(Strength.NONE.losing(1, 0), " --faults none --notifications-lost 1 --browsers-gone 0");

        assertThat(figures.confirmed()).isGreaterThan(7_000);
        assertThat(figures.captureRatio()).isEqualTo(1);
    }

    @Test
    void with_every_notification_lost_and_no_browser_the_watch_keeps_every_payment() {
        Figures figures = kept(Strength.NONE.losing(1, 1), " --faults none --notifications-lost 1 --browsers-gone 1");

        assertThat(figures.confirmed()).isGreaterThan(7_000);
        assertThat(figures.captureRatio()).isEqualTo(1);
    }

    @Test
    void the_same_seed_gives_the_same_trace() {
        assertThat(trace(7)).isEqualTo(trace(7)).isNotEqualTo(trace(8)).hasSizeGreaterThan(1_000);
    }

    @Test
    void watching_a_run_does_not_change_it() {
        World watched = new World(Plan.of(7, Strength.FULL, 50), Trace.kept());
        World unwatched = new World(Plan.of(7, Strength.FULL, 50), Trace.NONE);
        watched.run();
        unwatched.run();

        assertThat(watched.fingerprint()).isEqualTo(unwatched.fingerprint());
    }

    private static List<String> trace(long seed) {
        Trace trace = Trace.kept();
        new World(Plan.of(seed, Strength.FULL, 50), trace).run();
        return new ArrayList<>(trace.lines());
    }
}
