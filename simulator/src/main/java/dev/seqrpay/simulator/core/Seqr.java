package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * SEQR as a shop sees it: the operations of the contract, without SOAP. A business error is a {@link Refused}. Time and
 * chance are given to it, and it starts no thread: what time causes is done when any method is entered, or by
 * {@link #tick()}.
 */
public final class Seqr {
    /** SEQR's addresses. At the older one the app waits for a sum if an invoice does not say its acknowledgmentMode. */
    public enum Service {
        WEBSHOP,
        CASH_REGISTER
    }

    private final Books books;
    private final Payer payer;
    private final Reports reports;
    private final Registry registry;

    public Seqr(InstantSource time, RandomGenerator random, Switches switches, Notifier notifier) {
        this.books = new Books(time, random, switches, notifier);
        this.payer = new Payer(books);
        this.reports = new Reports(books);
        this.registry = new Registry(books);
    }

    /** The phone's side of the same books. */
    public Payer payer() {
        return payer;
    }

    /** markTransactionPeriod and executeReport. */
    public Reports reports() {
        return reports;
    }

    /** registerTerminal, unregisterTerminal and assignSeqrId. */
    public Registry registry() {
        return registry;
    }

    public Switches switches() {
        return books.switches();
    }

    public SentInvoice sendInvoice(ClientContext context, @Nullable Invoice invoice, List<CustomerToken> tokens) {
        return sendInvoice(context, invoice, tokens, Service.WEBSHOP);
    }

    /** @param service where it was sent to */
    public SentInvoice sendInvoice(
            ClientContext context, @Nullable Invoice invoice, List<CustomerToken> tokens, Service service) {
        return books.enter(now -> {
            Terminal terminal = books.principals().terminal(context, true);
            Invoice acceptable = InvoiceRules.check(invoice);
            SimInvoice issued = books.issue(terminal, acceptable, tokens, now);
            if (service == Service.CASH_REGISTER && acceptable.acknowledgmentMode() == null) issued.awaitAmount();
            return new SentInvoice(issued.reference(), issued.qrText());
        });
    }

    /** Only while the payer has not paid; what is reserved may be changed before it is taken. */
    public void updateInvoice(
            ClientContext context, String reference, @Nullable Invoice invoice, List<CustomerToken> tokens) {
        change(context, reference, (open, now) -> {
            Invoice acceptable = InvoiceRules.check(invoice);
            if (open.isPaid() || isTooLate(open)) throw new Refused(ResultCode.SYSTEM_ERROR);
            if (!open.status().isOpen() && open.status() != InvoiceStatus.RESERVED) throw new Refused(closedCode(open));
            open.update(acceptable, tokens);
        });
    }

    private boolean isTooLate(SimInvoice open) {
        return books.switches().of(Variant.UpdateAfterScan.class) == Variant.UpdateAfterScan.FAILED
                && open.prompt() != null
                && open.status() == InvoiceStatus.ISSUED;
    }

    /** The question that keeps the payment: asked in time after PAID, SEQR takes it that the shop has heard. */
    public PaymentStatus getPaymentStatus(ClientContext context, String reference, @Nullable Integer invoiceVersion) {
        return books.enter(now -> {
            SimInvoice invoice = books.invoice(books.principals().terminal(context, true), reference);
            invoice.countStatusCall();
            if (acknowledges(invoiceVersion, invoice)) invoice.unacknowledged().ifPresent(InvoiceMoney::acknowledge);
            return invoice.answer();
        });
    }

    public void cancelInvoice(ClientContext context, String reference) {
        change(context, reference, (invoice, now) -> {
            if (invoice.prompt() != null)
                throw new Refused(
                        books.switches().of(Variant.CancelWhilePaying.class).code());
            if (!invoice.status().isOpen() && invoice.status() != InvoiceStatus.RESERVED)
                throw new Refused(uncancellableCode(invoice));
            invoice.cancelByShop();
        });
    }

    /**
     * Takes what was reserved, or less.
     *
     * @param amount all of it, if null
     * @return the payment's ersReference
     */
    public String commitReservation(ClientContext context, @Nullable Amount amount, String reference) {
        return books.enter(now -> {
            SimInvoice invoice = books.invoice(books.principals().terminal(context, false), reference);
            if (invoice.status() != InvoiceStatus.RESERVED) throw new Refused(ResultCode.INVOICE_STATE_NOT_RESERVED);
            Sum taken = amount == null ? invoice.total() : payable(amount, invoice);
            return books.settlement().commit(invoice, taken, now);
        });
    }

    public void submitPaymentReceipt(ClientContext context, String ersReference, @Nullable ReceiptDocument document) {
        books.enter(now -> {
            Terminal terminal = books.principals().terminal(context, false);
            InvoiceMoney payment = books.settlement().moved(terminal, ersReference);
            if (document == null || !document.isKnown()) throw new Refused(ResultCode.REJECTED_BUSINESS_LOGIC);
            payment.keep(document);
            return null;
        });
    }

    /**
     * Gives back the invoice's {@code total}, which may be a part.
     *
     * @return the refund's own ersReference
     */
    public String refundPayment(ClientContext context, String ersReference, @Nullable Invoice refund) {
        return books.enter(now -> {
            Terminal terminal = books.principals().terminal(context, false);
            checkRefundsAllowed();
            SimInvoice invoice = books.settlement().paid(terminal, ersReference);
            if (refund == null) throw new Refused(ResultCode.INVALID_INVOICE_DATA);
            Sum part = payable(refund.total(), invoice);
            if (!InvoiceRules.isHttpUrl(refund.notificationUrl()))
                throw new Refused(ResultCode.INVALID_NOTIFICATION_URL);
            return books.settlement().refund(invoice, part, now);
        });
    }

    /** Does what is due by now, such as expiries and reversals, without a call. */
    public void tick() {
        books.tick();
    }

    /** Rises with each change that {@link #keep()} may show. */
    public long changes() {
        return books.changes();
    }

    /** All invoices with their money, oldest first. */
    public List<KeptInvoice> keep() {
        return books.keep();
    }

    /** What another one kept, before anything is done with this one. */
    public void restore(List<KeptInvoice> kept) {
        books.restore(kept);
    }

    /** When {@link #tick()} will next have something to do, unpaid invoices that expire left aside. */
    public Optional<Instant> nextDue() {
        return books.enter(now -> books.agenda().next());
    }

    /** Every movement of money so far, oldest first. */
    public List<LedgerEntry> ledger() {
        return books.enter(now -> books.ledger().entries());
    }

    /** All invoices, newest first. */
    public List<InvoiceView> invoices() {
        return invoices(Integer.MAX_VALUE);
    }

    /** The last so many invoices, newest first. */
    public List<InvoiceView> invoices(int limit) {
        return books.enter(now -> books.newestFirst(limit));
    }

    private void change(ClientContext context, String reference, Change change) {
        books.enter(now -> {
            change.apply(books.invoice(books.principals().terminal(context, false), reference), now);
            return null;
        });
    }

    private boolean acknowledges(@Nullable Integer sentVersion, SimInvoice paid) {
        return books.switches().acknowledgedBy() == Switches.AcknowledgedBy.QUERY
                || (sentVersion != null && sentVersion == paid.version());
    }

    private void checkRefundsAllowed() {
        switch (books.switches().refunds()) {
            case RESELLER_NOT_ALLOWED -> throw new Refused(ResultCode.RESELLER_NOT_ALLOWED_TO_DO_REFUND);
            case ACCOUNT_DOES_NOT_ALLOW -> throw new Refused(ResultCode.RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS);
            case ALLOWED -> {}
        }
    }

    private static Sum payable(@Nullable Amount amount, SimInvoice invoice) {
        return Optional.ofNullable(amount)
                .flatMap(Amount::payable)
                .filter(invoice.total()::hasSameCurrencyAs)
                .orElseThrow(() -> new Refused(ResultCode.INVALID_INVOICE_DATA));
    }

    private static ResultCode uncancellableCode(SimInvoice closed) {
        return switch (closed.status()) {
            case PAID -> ResultCode.CANNOT_CANCEL_PAID_INVOICE;
            case CANCELED -> closed.isCancelledByShop() ? ResultCode.INVOICE_ALREADY_CANCELED : closedCode(closed);
            default -> closedCode(closed);
        };
    }

    private static ResultCode closedCode(SimInvoice closed) {
        return closed.status() == InvoiceStatus.EXPIRED
                ? ResultCode.PAYMENT_EXPIRED
                : ResultCode.PAYMENT_ALREADY_CANCELLED;
    }

    private interface Change {
        void apply(SimInvoice invoice, Instant now);
    }
}
