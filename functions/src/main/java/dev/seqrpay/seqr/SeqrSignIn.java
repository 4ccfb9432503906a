package dev.seqrpay.seqr;

import dev.seqrpay.payment.ResultCode;
import dev.seqrpay.payment.SeqrException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Signing in without an effect: it asks for an invoice that there cannot be. SEQR looks at the account first and says then that
 * it has no such invoice (54).
 */
public final class SeqrSignIn {
    private static final Limit LIMIT = new Limit(Duration.ofSeconds(7), 64 << 10);
    /** References have 13 or 17 digits. */
    private static final String NONE = "0";

    private final StatusMapping status;
    private final SoapCaller caller;

    public SeqrSignIn(
            Terminal terminal, SoapTransport transport, Supplier<String> clientReferences, CallListener listener) {
        this.status = new StatusMapping(new Contexts(terminal, clientReferences));
        this.caller = new SoapCaller(transport, listener);
    }

    /** @throws SeqrException if SEQR refuses the account or gives no answer */
    public void attempt() {
        try {
            caller.call(status.getPaymentStatus(NONE, 0), null, LIMIT);
        } catch (SeqrException e) {
            if (!e.resultCode()
                    .filter(ResultCode.INVALID_INVOICE_REFERENCE::equals)
                    .isPresent()) throw e;
        }
    }
}
