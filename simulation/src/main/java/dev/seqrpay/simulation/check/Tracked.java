package dev.seqrpay.simulation.check;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.simulation.engine.Invocation;
import java.util.HashSet;
import java.util.Set;

/** What has been seen of one payment. */
public final class Tracked {
    Payment row;
    String shown;
    int invoices;
    /** The number of its last attempt at sendInvoice, as the row had it last. */
    int attempt;
    /** The runs of checkouts of which an invoice may exist, and those of which surely none does. */
    final Set<Long> attempts = new HashSet<>();

    final Set<Long> withoutEffect = new HashSet<>();
    /** Questions about the payment's own invoice, and cancels of it, that came to SEQR. */
    int calls;
    /** How often a caller other than a tab that polls wanted to ask. */
    int others;
    /** The claim that holds back others that want to ask, and whether its question failed. */
    String claim = "";

    /** What it was for at first, and how often its shop was told that it is for something else. */
    Money firstTotal;

    int changes;

    boolean liedAbout;
    /** SEQR has said PAID so late that it may have reversed the payment. */
    boolean heardLate;
    /** SEQR has said that the invoice is wrong. */
    boolean refused;

    /** SEQR's last word to a function, and to which one. */
    private String heard;

    private long heardBy;
    long createdAt;
    long acknowledgedAt = -1;
    long endedAt;
    /** Since when it is to be cancelled, or −1. */
    long cancelingAt = -1;

    /** @return the payment as it was committed last */
    public Payment row() {
        return row;
    }

    /** How long after the payer confirmed it, or −1. */
    public long acknowledgedAt() {
        return acknowledgedAt;
    }

    void hears(Invocation by, String word) {
        heard = word;
        heardBy = by.name();
    }

    /** What SEQR last said of it to this function, null if it did not ask. */
    String heard(Invocation by) {
        return heardBy == by.name() ? heard : null;
    }

    /** All of it that the functions and the checks to come depend on, and that is not in the row. */
    String state() {
        return " " + shown + invoices + "/" + attempt + "/" + attempts.size() + liedAbout + heardLate + refused + claim;
    }
}
