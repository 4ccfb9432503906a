package dev.seqrpay.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.e2e.crash.CrashPoint.Side;
import dev.seqrpay.simulator.core.Switches.AcknowledgedBy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The process of the functions is killed for good before and after every call to SEQR and every write to the table. Many die
 * at once, each in a deployment of its own and at a point of its own, so that one process serves many points.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    private static final int POINTS_AT_ONCE = 4;
    /** Those before hang. All at once, in a JVM that has just begun, would run out of the time that a function gives them. */
    private static final int CALLS_AT_ONCE = 8;

    private static LastingServers world;

    @BeforeAll
    static void start() {
        world = new LastingServers();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void two_sweeps_settle_what_was_killed_anywhere() throws Exception {
        assertThat(kill(EnumSet.allOf(UseCase.class), AcknowledgedBy.values()[0]))
                .isGreaterThanOrEqualTo(80);
    }

    /** Else {@link RandomCrashTest} is all that a build sees of it. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @EnabledIfSystemProperty(named = "long", matches = "^$", disabledReason = "takes a minute: -Dlong=")
    void and_with_each_thing_that_seqr_takes_for_an_acknowledgement() throws Exception {
        Set<UseCase> useCases = EnumSet.allOf(UseCase.class);
        useCases.removeIf(useCase -> !useCase.mayHearOfPaid());

        assertThat(kill(useCases, AcknowledgedBy.values()[1])).isGreaterThanOrEqualTo(50);
    }

    /** @return at how many points */
    private static int kill(Set<UseCase> useCases, AcknowledgedBy acknowledgedBy) throws Exception {
        world.seqr().turn("acknowledgedBy", acknowledgedBy);
        int points = 0;
        for (int at = 1; !useCases.isEmpty(); at += POINTS_AT_ONCE) {
            List<Crash> crashes = killed(useCases, at);
            points += crashes.stream().filter(Crash::wasReached).count();
            useCases.removeIf(useCase -> crashes.stream().anyMatch(crash -> crash.isPast(useCase)));
        }
        return points;
    }

    private static List<Crash> killed(Set<UseCase> useCases, int first) throws Exception {
        Queue<CrashDeployment> deployments = new ConcurrentLinkedQueue<>();
        List<Crash> crashes;
        try (Victim victim = new Victim()) {
            CrashDeployment shared = deploy(deployments);
            crashes = points(useCases, first).parallelStream()
                    .map(point -> point.useCase.isAlone()
                            ? point.in(deploy(deployments), world.seqr())
                            : point.in(shared, world.seqr()))
                    .toList();
            for (int from = 0; from < crashes.size(); from += CALLS_AT_ONCE) {
                List<Crash> next = crashes.subList(from, Math.min(from + CALLS_AT_ONCE, crashes.size()));
                next.forEach(crash -> crash.begin(victim));
                for (Crash crash : next) crash.awaitPoint();
            }
        }
        crashes.forEach(Crash::end);
        deployments.parallelStream().forEach(CrashDeployment::sweepTwiceAndPublish);
        List<Map<String, Object>> invoices = world.seqr().invoices();
        deployments.forEach(deployment -> new BooksCheck(deployment, invoices).check());
        deployments.forEach(world::remove);
        return crashes;
    }

    private static CrashDeployment deploy(Queue<CrashDeployment> deployments) {
        CrashDeployment deployment = world.deploy();
        deployments.add(deployment);
        return deployment;
    }

    private record Point(UseCase useCase, int at, Side side) {
        Crash in(CrashDeployment deployment, SimulatorProcess seqr) {
            return new Crash(deployment, seqr, useCase, at, side);
        }
    }

    private static List<Point> points(Set<UseCase> useCases, int first) {
        List<Point> points = new ArrayList<>();
        for (UseCase useCase : useCases)
            for (int at = first; at < first + POINTS_AT_ONCE; at++)
                for (Side side : Side.values()) points.add(new Point(useCase, at, side));
        return points;
    }
}
