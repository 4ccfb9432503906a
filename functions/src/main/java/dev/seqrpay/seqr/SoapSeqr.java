package dev.seqrpay.seqr;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.SeqrGateway;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations of the contract that are about a payment. */
public final class SoapSeqr implements SeqrGateway {
    /** Twice this and the writes around it fit into the 20 seconds that SEQR waits to be asked. */
    private static final Duration ASK = Duration.ofSeconds(7);
    /** Less than the lease of a checkout's attempt. */
    private static final Duration ORDER = Duration.ofSeconds(15);

    private static final int BYTES = 64 << 10;
    /** The receipt of a status repeats the invoice: more than the longest texts that a row may have. */
    private static final int BYTES_OF_A_ROW = 4 << 10;

    private final InvoiceMapping invoices;
    private final StatusMapping status;
    private final PaidMapping paid;
    private final SoapCaller caller;

    /** @param clientReferences up to 32 characters, new each time, which SEQR's support can look a call up by */
    public SoapSeqr(
            Terminal terminal, SoapTransport transport, Supplier<String> clientReferences, CallListener listener) {
        this(terminal, new SoapCaller(transport, listener), clientReferences);
    }

    SoapSeqr(Terminal terminal, SoapCaller caller, Supplier<String> clientReferences) {
        Contexts contexts = new Contexts(terminal, clientReferences);
        this.invoices = new InvoiceMapping(contexts);
        this.status = new StatusMapping(contexts);
        this.paid = new PaidMapping(contexts);
        this.caller = caller;
    }

    @Override
    public SentInvoice sendInvoice(Payment payment, Addresses addresses) {
        return caller.call(invoices.sendInvoice(payment, addresses), payment, within(ORDER));
    }

    @Override
    public InvoiceStatus getPaymentStatus(Payment payment, int version) {
        return caller.call(
                status.getPaymentStatus(reference(payment), version), payment, new Limit(ASK, statusBytes(payment)));
    }

    @Override
    public void cancelInvoice(Payment payment, String reference) {
        caller.call(invoices.cancelInvoice(reference), payment, within(ASK));
    }

    @Override
    public @Nullable String refundPayment(Payment payment, Refund refund) {
        return caller.call(paid.refundPayment(payment, refund), payment, within(ASK))
                .orElse(null);
    }

    @Override
    public void updateInvoice(Payment payment, Addresses addresses) {
        caller.call(invoices.updateInvoice(payment, addresses), payment, within(ORDER));
    }

    @Override
    public void commitReservation(Payment payment) {
        caller.call(paid.commitReservation(reference(payment)), payment, within(ASK));
    }

    @Override
    public void submitPaymentReceipt(Payment payment, byte[] html) {
        String ersReference = payment.confirmation().orElseThrow().ersReference();
        caller.call(
                paid.submitPaymentReceipt(ersReference, "text/html", "PAYMENT_RECEIPT", html), payment, within(ORDER));
    }

    /** Only a payment that has been issued is asked about. */
    private static String reference(Payment payment) {
        return payment.seqrInvoice().orElseThrow().reference();
    }

    private static Limit within(Duration time) {
        return new Limit(time, BYTES);
    }

    private static int statusBytes(Payment payment) {
        return Math.max(BYTES, BYTES_OF_A_ROW * (2 + payment.invoice().rows().size()));
    }
}
