package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Log;
import dev.seqrpay.payment.Sweep;
import dev.seqrpay.wiring.Wiring;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Settles or cancels payments past their time, every minute. It does not read the event, which says nothing that matters. */
public final class SweepHandler implements RequestStreamHandler {
    /** One payment may take three calls to SEQR and the writes between them. */
    private static final Duration LAST_PAYMENT = Duration.ofSeconds(25);

    private final Sweep sweep;
    private final InstantSource clock;
    private final Log log;

    public SweepHandler() {
        this(Wiring.fromEnvironment());
    }

    public SweepHandler(Wiring wiring) {
        this.sweep = wiring.sweep();
        this.clock = wiring.clock();
        this.log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        Instant start = clock.instant();
        Instant end = start.plusMillis(context.getRemainingTimeInMillis());
        Sweep.Result result = sweep.run(end.minus(LAST_PAYMENT));
        log.sweep(result, Duration.between(start, clock.instant()));
    }
}
