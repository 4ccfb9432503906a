package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One invoice as SEQR keeps it. Its version rises with each change of status and each token that the payer offers.
 */
final class SimInvoice {
    /** The payer's number at SEQR: the simulator has one payer. */
    private static final String PAYER = "46701234567";

    private final String reference;
    private final String qrText;
    private final Terminal terminal;
    private final Instant issuedAt;
    private final List<CustomerToken> tokens = new ArrayList<>();
    private final List<Sms> messages = new ArrayList<>();
    private Invoice invoice;
    private InvoiceStatus status = InvoiceStatus.ISSUED;
    private int version;
    private boolean cancelledByShop;
    private boolean awaitsAmount;
    private int statusCalls;
    private boolean acknowledgedByIssuer;
    private @Nullable Prompt prompt;
    private @Nullable InvoiceMoney payment;

    SimInvoice(
            String reference,
            String qrText,
            Terminal terminal,
            Invoice invoice,
            List<CustomerToken> tokens,
            Instant issuedAt,
            int firstVersion) {
        this.reference = reference;
        this.qrText = qrText;
        this.terminal = terminal;
        this.invoice = invoice;
        this.tokens.addAll(tokens);
        this.issuedAt = issuedAt;
        this.version = firstVersion;
    }

    /** The app asks for a sum that will never be entered. */
    static SimInvoice of(KeptInvoice kept) {
        SimInvoice invoice = new SimInvoice(
                kept.reference(),
                kept.qrText(),
                kept.terminal(),
                kept.invoice(),
                kept.tokens(),
                kept.issuedAt(),
                kept.version());
        invoice.messages.addAll(kept.messages());
        invoice.status = kept.status();
        invoice.cancelledByShop = kept.cancelledByShop();
        invoice.awaitsAmount = kept.awaitsAmount();
        invoice.statusCalls = kept.statusCalls();
        invoice.acknowledgedByIssuer = kept.acknowledgedByIssuer();
        invoice.payment = kept.payment() == null ? null : InvoiceMoney.of(kept.payment());
        invoice.endPrompt();
        return invoice;
    }

    KeptInvoice keep(List<LedgerEntry> money) {
        return new KeptInvoice(
                reference,
                qrText,
                terminal,
                invoice,
                List.copyOf(tokens),
                List.copyOf(messages),
                issuedAt,
                status,
                version,
                cancelledByShop,
                awaitsAmount,
                statusCalls,
                acknowledgedByIssuer,
                payment == null ? null : payment.keep(),
                money);
    }

    void awaitAmount() {
        awaitsAmount = true;
    }

    boolean isAwaitingAmount() {
        return awaitsAmount;
    }

    void become(InvoiceStatus next) {
        if (status != next) version++;
        status = next;
        if (!next.isOpen()) prompt = null;
    }

    /** With loyalty the payer waits at the prompt until the shop has seen who it is and sent its updateInvoice. */
    Prompt openPrompt() {
        Prompt opened = new Prompt();
        prompt = opened;
        if (waitsForIssuer() && !acknowledgedByIssuer) become(InvoiceStatus.PENDING_ISSUER_ACKNOWLEDGE);
        return opened;
    }

    void endPrompt() {
        prompt = null;
        if (status.isOpen()) become(InvoiceStatus.ISSUED);
    }

    void offer(CustomerToken token) {
        tokens.removeIf(known -> sameToken(known, token));
        tokens.add(token);
        version++;
        acknowledgedByIssuer = false;
        if (waitsForIssuer()) status = InvoiceStatus.PENDING_ISSUER_ACKNOWLEDGE;
    }

    void update(Invoice changed, List<CustomerToken> judged) {
        invoice = changed;
        acknowledgedByIssuer = true;
        for (CustomerToken token : judged) tokens.replaceAll(known -> sameToken(known, token) ? token : known);
        if (status.isOpen()) become(InvoiceStatus.ISSUED);
    }

    void cancelByShop() {
        cancelledByShop = true;
        become(InvoiceStatus.CANCELED);
    }

    void pay(InvoiceMoney received) {
        payment = received;
        become(InvoiceStatus.PAID);
    }

    void tell(Sms message) {
        messages.add(message);
    }

    private static boolean sameToken(CustomerToken one, CustomerToken other) {
        return one.id() != null && one.id().equals(other.id());
    }

    /** OPTIONAL does so for a payer who has something to offer (contract, "Loyalty"). */
    private boolean waitsForIssuer() {
        return switch (AcknowledgmentMode.of(invoice.acknowledgmentMode()).orElseThrow()) {
            case NO_ACKNOWLEDGMENT -> false;
            case OPTIONAL_ACKNOWLEDGMENT -> !tokens.isEmpty();
            case REQUIRE_ACKNOWLEDGMENT -> true;
        };
    }

    PaymentMode mode() {
        return PaymentMode.of(invoice.paymentMode()).orElseThrow();
    }

    boolean isCancelledByShop() {
        return cancelledByShop;
    }

    /** The shop has the money and keeps it. The status alone does not tell this. */
    boolean isKept() {
        return kept().isPresent();
    }

    /** The payment that {@link #isKept()} speaks of. */
    Optional<InvoiceMoney> kept() {
        return Optional.ofNullable(payment).filter(money -> isPaid() && !money.isReversed());
    }

    boolean isPaid() {
        return status == InvoiceStatus.PAID;
    }

    /** The payment that the shop has not yet asked about. */
    Optional<InvoiceMoney> unacknowledged() {
        return kept().filter(money -> !money.isAcknowledged());
    }

    boolean isOf(Terminal other) {
        return terminal.id().equals(other.id());
    }

    /** The payer has this prompt open, and no later one. */
    boolean isAt(Prompt one) {
        return prompt == one;
    }

    PaymentStatus answer() {
        InvoiceMoney paid = isPaid() ? payment : null;
        return new PaymentStatus(
                status,
                paid == null ? null : paid.ersReference(),
                version,
                paid == null ? null : receipt(paid),
                List.copyOf(tokens));
    }

    InvoiceView view() {
        InvoiceMoney paid = payment;
        return new InvoiceView(
                reference,
                qrText,
                terminal.id(),
                terminal.name(),
                invoice,
                status,
                version,
                prompt != null,
                issuedAt,
                paid == null ? null : paid.at(),
                paid == null ? null : paid.ersReference(),
                paid == null ? null : paid.amount(),
                paid != null && paid.isAcknowledged(),
                paid != null && paid.isReversed(),
                paid == null ? BigDecimal.ZERO : paid.refunded(),
                statusCalls,
                paid == null ? 0 : paid.receipts(),
                List.copyOf(tokens),
                List.copyOf(messages));
    }

    void countStatusCall() {
        statusCalls++;
    }

    String reference() {
        return reference;
    }

    String qrText() {
        return qrText;
    }

    Terminal terminal() {
        return terminal;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    /** What the payer pays. */
    Sum total() {
        return invoice.payable();
    }

    Invoice invoice() {
        return invoice;
    }

    InvoiceStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    @Nullable
    Prompt prompt() {
        return prompt;
    }

    @Nullable
    InvoiceMoney payment() {
        return payment;
    }

    private Receipt receipt(InvoiceMoney paid) {
        return new Receipt(
                terminal.id(),
                paid.at(),
                invoice.clientInvoiceId(),
                reference,
                paid.ersReference(),
                PAYER,
                terminal.name(),
                invoice);
    }

    LedgerEntry movement(LedgerEntry.Kind kind, String ersReference, Sum amount, Instant at) {
        return new LedgerEntry(
                at,
                kind,
                terminal.resellerId(),
                terminal.id(),
                reference,
                ersReference,
                invoice.clientInvoiceId(),
                invoice.cashierId(),
                amount);
    }
}
