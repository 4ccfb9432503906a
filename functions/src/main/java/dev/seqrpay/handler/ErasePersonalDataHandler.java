package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Log;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Retention;
import dev.seqrpay.wiring.Wiring;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Erases the personal data of old payments, once a day. It does not read the event, which says nothing that matters. */
public final class ErasePersonalDataHandler implements RequestStreamHandler {
    /** For the day that is being erased when time is up; some thousand payments. */
    private static final Duration LAST_DAY = Duration.ofMinutes(5);

    private final Merchants merchants;
    private final Retention retention;
    private final Duration kept;
    private final InstantSource clock;
    private final Log log;

    public ErasePersonalDataHandler() {
        this(Wiring.fromEnvironment());
    }

    public ErasePersonalDataHandler(Wiring wiring) {
        this.merchants = wiring.merchants();
        this.retention = wiring.retention();
        this.kept = wiring.personalDataLife();
        this.clock = wiring.clock();
        this.log = wiring.log();
    }

    /** What fails for one shop is logged, and the next day goes on with it. */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        Instant deadline =
                clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(LAST_DAY);
        for (String merchantId : merchants.ids()) {
            try {
                log.erased(merchantId, retention.eraseOld(merchantId, kept, deadline));
            } catch (RuntimeException e) {
                log.error(null, e);
            }
        }
    }
}
