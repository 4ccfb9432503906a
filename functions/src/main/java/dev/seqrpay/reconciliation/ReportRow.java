package dev.seqrpay.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * One movement of money as SEQR's report shows it.
 *
 * @param number of the row in the report, from 1
 * @param cashierId {@code null} if the report says NULL
 * @param minor in hundredths, below zero for what went back; the report names no currency
 */
public record ReportRow(
        int number, @Nullable String terminalId, @Nullable String cashierId, String ersReference, long minor) {}
