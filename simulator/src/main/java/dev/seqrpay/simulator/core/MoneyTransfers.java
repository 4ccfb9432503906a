package dev.seqrpay.simulator.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves the money, and takes it back when the shop has not heard of it in time (contract, "The confirmation"). */
final class MoneyTransfers {
    private final Map<String, SimInvoice> byErsReference = new HashMap<>();
    private final Map<String, SimInvoice> byRefund = new HashMap<>();
    private final Ledger ledger;
    private final Agenda agenda;
    private final SeqrNumbers references;
    private final Switches switches;
    private final Notifier notifier;

    MoneyTransfers(Ledger ledger, Agenda agenda, SeqrNumbers references, Switches switches, Notifier notifier) {
        this.ledger = ledger;
        this.agenda = agenda;
        this.references = references;
        this.switches = switches;
        this.notifier = notifier;
    }

    /** The payer has confirmed with the PIN. */
    void confirmed(SimInvoice invoice, Instant now) {
        if (isReserved(invoice.mode())) reserve(invoice, now);
        else {
            receive(invoice, invoice.total(), now);
            reverseLater(invoice, now);
            notifyShop(invoice);
        }
    }

    /** A reservation's time begins again; that of a payment that no shop has asked about does not. */
    void restore(SimInvoice invoice, List<LedgerEntry> money, Instant now) {
        if (invoice.status() == InvoiceStatus.RESERVED) releaseLater(invoice, now);
        InvoiceMoney payment = invoice.payment();
        if (payment == null) return;
        byErsReference.put(payment.ersReference(), invoice);
        money.stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.REFUND)
                .forEach(entry -> byRefund.put(entry.ersReference(), invoice));
        if (invoice.unacknowledged().isPresent()) reverseLater(invoice, payment.at());
    }

    private void reverseLater(SimInvoice invoice, Instant paidAt) {
        agenda.at(justAfter(paidAt.plus(switches.reversalAfter())), due -> reverseUnlessAcknowledged(invoice, due));
    }

    private void releaseLater(SimInvoice invoice, Instant reservedAt) {
        Long seconds = invoice.invoice().commitReservationTimeout();
        if (seconds != null)
            agenda.at(justAfter(reservedAt.plusSeconds(seconds)), due -> releaseUnlessCommitted(invoice, due));
    }

    private boolean isReserved(PaymentMode mode) {
        return switch (mode) {
            case IMMEDIATE_DEBIT -> false;
            case RESERVATION_DESIRED ->
                switches.of(Variant.DesiredReservation.class) == Variant.DesiredReservation.RESERVED;
            case RESERVATION_REQUIRED, RESERVATION_REQUIRED_PRELIMINARY_AMOUNT -> true;
        };
    }

    /** The shop's own doing, so that it needs no further acknowledgement. */
    String commit(SimInvoice invoice, Sum amount, Instant now) {
        if (amount.value().compareTo(invoice.total().value()) > 0) throw new Refused(ResultCode.REJECTED_AMOUNT);
        InvoiceMoney payment = receive(invoice, amount, now);
        payment.acknowledge();
        return payment.ersReference();
    }

    String refund(SimInvoice invoice, Sum part, Instant now) {
        InvoiceMoney payment = kept(invoice);
        payment.refund(part);
        String reference = references.ers(now);
        ledger.add(invoice.movement(LedgerEntry.Kind.REFUND, reference, part, now));
        byRefund.put(reference, invoice);
        return switch (switches.of(Variant.RefundNames.class)) {
            case REFUND -> reference;
            case PAYMENT -> payment.ersReference();
        };
    }

    /** The invoice that this terminal was paid for under this reference. */
    SimInvoice paid(Terminal terminal, String ersReference) {
        return of(terminal, byErsReference.get(ersReference));
    }

    /** Its payment, by its own reference or by a refund's: receipts are handed over for both. */
    InvoiceMoney moved(Terminal terminal, String ersReference) {
        return kept(of(terminal, byErsReference.getOrDefault(ersReference, byRefund.get(ersReference))));
    }

    private static SimInvoice of(Terminal terminal, @Nullable SimInvoice invoice) {
        if (invoice == null || !invoice.isOf(terminal) || !invoice.isKept())
            throw new Refused(ResultCode.INVALID_ERS_REFERENCE);
        return invoice;
    }

    private static InvoiceMoney kept(SimInvoice invoice) {
        return invoice.kept().orElseThrow(() -> new Refused(ResultCode.INVALID_ERS_REFERENCE));
    }

    private InvoiceMoney receive(SimInvoice invoice, Sum amount, Instant now) {
        InvoiceMoney payment = new InvoiceMoney(references.ers(now), amount, now);
        invoice.pay(payment);
        byErsReference.put(payment.ersReference(), invoice);
        ledger.add(invoice.movement(LedgerEntry.Kind.PAYMENT, payment.ersReference(), amount, now));
        return payment;
    }

    private void reserve(SimInvoice invoice, Instant now) {
        invoice.become(InvoiceStatus.RESERVED);
        releaseLater(invoice, now);
    }

    private void notifyShop(SimInvoice invoice) {
        String url = invoice.invoice().notificationUrl();
        if (url != null && !url.isBlank()) notifier.paid(new Notification(invoice.reference(), url.strip()));
    }

    /** What was refunded meanwhile is back with the payer already. */
    private void reverseUnlessAcknowledged(SimInvoice invoice, Instant due) {
        InvoiceMoney payment = invoice.unacknowledged().orElse(null);
        if (payment == null) return;
        ledger.add(invoice.movement(LedgerEntry.Kind.REVERSAL, payment.ersReference(), payment.rest(), due));
        payment.reverse();
        invoice.become(switches.reversedAs());
        tell(invoice, due, "Your payment of %s to %s was reversed.");
    }

    private void releaseUnlessCommitted(SimInvoice invoice, Instant due) {
        if (invoice.status() != InvoiceStatus.RESERVED) return;
        invoice.become(switches.reversedAs() == InvoiceStatus.FAILED ? InvoiceStatus.FAILED : InvoiceStatus.CANCELED);
        tell(invoice, due, "Your reservation of %s at %s has ended.");
    }

    private void tell(SimInvoice invoice, Instant at, String text) {
        Sms message =
                new Sms(at, text.formatted(invoice.total(), invoice.terminal().name()));
        invoice.tell(message);
        notifier.told(invoice.reference(), message);
    }

    /** Within so many seconds includes the last instant of them. */
    private static Instant justAfter(Instant last) {
        return last.plus(Duration.ofNanos(1));
    }
}
