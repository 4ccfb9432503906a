package dev.seqrpay.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One use case that is killed at one point. */
final class Crash {
    private final UseCase useCase;
    private final CrashPoint point;
    private final FunctionCall call;
    private CompletableFuture<FunctionCall.Answer> answer;

    /** Does all that comes before the call that is to be killed. */
    Crash(CrashDeployment deployment, SimulatorProcess seqr, UseCase useCase, int at, CrashPoint.Side side) {
        this.useCase = useCase;
        this.point = new CrashPoint(at, side);
        FunctionCall healthy = useCase.prepare(deployment, useCase + "-" + side + "-CALL-" + at, seqr);
        this.call = healthy.with(point.on(healthy.environment()));
    }

    void begin(Victim victim) {
        answer = victim.call(call);
    }

    /** Returns when the call hangs at its point, or has been answered because it makes fewer calls than that. */
    void awaitPoint() throws Exception {
        CompletableFuture.anyOf(point.reached(), answer).get(2, TimeUnit.MINUTES);
    }

    boolean wasReached() {
        return point.reached().isDone();
    }

    /** Whether this shows that the use case makes no more calls. */
    boolean isPast(UseCase other) {
        return useCase == other && !wasReached();
    }

    /** After the kill. */
    void end() {
        point.close();
        if (!wasReached()) assertThat(answer.join().status()).isLessThan(500);
    }
}
