package dev.seqrpay.local.simulation;

import dev.seqrpay.payment.Payment;

/** What has been seen of one payment. */
final class Tracked {
    Payment row;
    String shown;
    int invoices;
    int statusCalls;
    /** How often somebody other than a tab that polls wanted to ask. */
    int others;

    boolean liedAbout;
    long createdAt;
    long acknowledgedAt = -1;
    long endedAt;
}
