package dev.seqrpay.e2e.crash;

import dev.seqrpay.e2e.crash.CrashPoint.Side;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.simulator.core.Switches.AcknowledgedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shoppers and shops do as they like while the functions' process is killed again and again, at any call of any of them.
 * {@code ./mvnw package -Dtest=RandomCrashTest -Dcrash.seeds=100} tries more than one run of it.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomCrashTest {
    private static final int KILLS = 5;
    private static final int CALLS = 8;
    private static final int LATEST_POINT = 30;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("crash.seeds", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void two_sweeps_settle_what_many_kills_have_left(long seed) throws Exception {
        Random random = new Random(seed);
        try (LastingServers world = new LastingServers()) {
            AcknowledgedBy[] either = AcknowledgedBy.values();
            world.seqr().turn("acknowledgedBy", either[(int) (seed % either.length)]);
            CrashDeployment deployment = world.deploy();
            for (int kill = 1; kill <= KILLS; kill++) untilKilled(deployment, world.seqr(), kill, random);
            deployment.sweepTwiceAndPublish();
            new BooksCheck(deployment, world.seqr().invoices()).check();
            world.remove(deployment);
        }
    }

    private static void untilKilled(CrashDeployment deployment, SimulatorProcess seqr, int kill, Random random)
            throws Exception {
        Side side = Side.values()[random.nextInt(2)];
        try (Victim victim = new Victim();
                CrashPoint point = new CrashPoint(1 + random.nextInt(LATEST_POINT), side)) {
            List<CompletableFuture<FunctionCall.Answer>> answers = new ArrayList<>();
            for (FunctionCall call : calls(deployment, seqr, kill, random))
                answers.add(victim.call(call.with(point.on(call.environment()))));
            CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
            CompletableFuture.anyOf(point.reached(), all).get(2, TimeUnit.MINUTES);
        }
    }

    private static List<FunctionCall> calls(
            CrashDeployment deployment, SimulatorProcess seqr, int kill, Random random) {
        List<Map<String, Object>> shown = new Shown(deployment, seqr).invoices();
        List<FunctionCall> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            boolean isNew = shown.isEmpty() || random.nextInt(3) == 0;
            calls.add(
                    isNew
                            // of those that were killed, some are sent again with the same key
                            ? deployment.checkout("order-" + random.nextInt(kill * CALLS))
                            : next(deployment, seqr, shown.get(random.nextInt(shown.size())), random));
        }
        return calls;
    }

    private static FunctionCall next(
            CrashDeployment deployment, SimulatorProcess seqr, Map<String, Object> invoice, Random random) {
        String notificationUrl = (String) invoice.get("notificationUrl");
        String view = ((String) invoice.get("backUrl")).replaceFirst("/receipt$", "");
        String id = notificationUrl.split("/")[4];
        if (invoice.get("status").equals("ISSUED") && random.nextBoolean())
            seqr.tryToPay((String) invoice.get("reference"));
        return switch (random.nextInt(5)) {
            case 0 -> deployment.cancel(id);
            case 1 -> deployment.refund(id, "refund-" + random.nextInt(3), random.nextBoolean() ? "30.00" : "60.00");
            case 2 -> deployment.status(view).later(Claim.LEASE);
            default -> deployment.notification(notificationUrl);
        };
    }
}
