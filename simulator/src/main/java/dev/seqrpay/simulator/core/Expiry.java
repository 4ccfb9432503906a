package dev.seqrpay.simulator.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Lets unpaid invoices expire while that switch is on. It is turned at any time and then goes for the invoices that are
 * open already, which is why this is not on the agenda.
 */
final class Expiry {
    private final Deque<SimInvoice> oldestFirst = new ArrayDeque<>();

    void watch(SimInvoice invoice) {
        oldestFirst.add(invoice);
    }

    void runUntil(Instant now, Duration after, InvoiceStatus as) {
        if (after.isZero()) return;
        Iterator<SimInvoice> invoices = oldestFirst.iterator();
        while (invoices.hasNext()) {
            SimInvoice next = invoices.next();
            if (next.issuedAt().plus(after).isAfter(now)) return;
            if (expire(next, as)) invoices.remove();
        }
    }

    /** Not under the payer's fingers: then it expires once the prompt has ended. */
    private static boolean expire(SimInvoice invoice, InvoiceStatus as) {
        if (invoice.prompt() != null) return false;
        if (invoice.status().isOpen()) invoice.become(as);
        return true;
    }
}
