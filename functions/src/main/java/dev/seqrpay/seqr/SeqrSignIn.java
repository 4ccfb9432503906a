package dev.seqrpay.seqr;

import dev.seqrpay.payment.ResultCode;
import dev.seqrpay.payment.SeqrException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Signs in without an effect, by a question about an invoice that cannot exist. SEQR checks the account first, and then answers
 * that it has no such invoice (54).
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
