package dev.seqrpay.simulator.core;

import java.time.Instant;

/** The payer's phone: it scans, and confirms with a PIN, cancels, or is put away. What it cannot do, it says. */
public final class Payer {
    private final Books books;

    Payer(Books books) {
        this.books = books;
    }

    /**
     * Brings the payer to the PIN prompt; from here on the shop cannot cancel.
     *
     * @param code the QR text, the link, or the bare reference
     */
    public InvoiceView scan(String code) {
        return books.enter(now -> {
            SimInvoice invoice = books.scanned(QrText.reference(code));
            checkPayable(invoice);
            Prompt prompt = invoice.openPrompt();
            books.agenda().at(now.plus(books.switches().promptFor()), due -> end(invoice, prompt));
            return invoice.view();
        });
    }

    /** What the phone shows, with nothing done. */
    public InvoiceView look(String reference) {
        return books.enter(now -> books.scanned(reference).view());
    }

    /** Offers a coupon or a loyalty card. */
    public InvoiceView offer(String reference, CustomerToken token) {
        return atPrompt(reference, (invoice, now) -> invoice.offer(token));
    }

    /** Pays, if the PIN is right. The third wrong one ends the attempt. */
    public InvoiceView confirm(String reference, String pin) {
        return atPrompt(reference, (invoice, now) -> {
            if (invoice.status() == InvoiceStatus.PENDING_ISSUER_ACKNOWLEDGE)
                throw new PayerRefused("The shop has not yet answered to your loyalty card. Wait a moment.");
            if (invoice.isAwaitingAmount())
                throw new PayerRefused("The app waits for an amount: the invoice has no acknowledgmentMode.");
            checkPin(invoice, pin);
            books.settlement().confirmed(invoice, now);
        });
    }

    /** The payer says no: the invoice is over. */
    public InvoiceView cancel(String reference) {
        return atPrompt(reference, (invoice, now) -> invoice.become(InvoiceStatus.CANCELED));
    }

    /** The payer puts the phone away: the invoice waits on. */
    public InvoiceView walkAway(String reference) {
        return atPrompt(reference, (invoice, now) -> invoice.endPrompt());
    }

    private InvoiceView atPrompt(String reference, Step step) {
        return books.enter(now -> {
            SimInvoice invoice = books.scanned(reference);
            checkPayable(invoice);
            prompt(invoice);
            step.apply(invoice, now);
            return invoice.view();
        });
    }

    private void checkPin(SimInvoice invoice, String pin) {
        if (books.switches().pin().equals(pin)) return;
        int left = prompt(invoice).triesLeftAfterWrongPin();
        if (left > 0) throw new PayerRefused("Wrong PIN. " + (left == 1 ? "One try" : left + " tries") + " left.");
        invoice.endPrompt();
        throw new PayerRefused("Wrong PIN, too often. Scan again.");
    }

    private static Prompt prompt(SimInvoice invoice) {
        Prompt open = invoice.prompt();
        if (open == null) throw new PayerRefused("Scan the code first.");
        return open;
    }

    private static void checkPayable(SimInvoice invoice) {
        if (!invoice.status().isOpen()) throw new PayerRefused(why(invoice));
    }

    private static String why(SimInvoice closed) {
        return switch (closed.status()) {
            case PAID -> "This invoice is paid.";
            case RESERVED -> "You have confirmed this already.";
            case EXPIRED -> "This invoice has expired.";
            default -> "This invoice was cancelled.";
        };
    }

    private static void end(SimInvoice invoice, Prompt prompt) {
        if (invoice.isAt(prompt)) invoice.endPrompt();
    }

    private interface Step {
        void apply(SimInvoice invoice, Instant now);
    }
}
