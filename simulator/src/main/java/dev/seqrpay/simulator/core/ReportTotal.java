package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.util.List;

/** The sums of a period in one currency: what the shop got, and what went back. */
public record ReportTotal(String currency, BigDecimal payments, BigDecimal refunds, BigDecimal reversals, int count) {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    static ReportTotal of(String currency, List<LedgerEntry> entries) {
        List<LedgerEntry> ours = entries.stream()
                .filter(entry -> entry.amount().currency().equals(currency))
                .toList();
        return new ReportTotal(
                currency,
                sum(ours, LedgerEntry.Kind.PAYMENT),
                sum(ours, LedgerEntry.Kind.REFUND),
                sum(ours, LedgerEntry.Kind.REVERSAL),
                ours.size());
    }

    public BigDecimal net() {
        return payments.subtract(refunds).subtract(reversals);
    }

    private static BigDecimal sum(List<LedgerEntry> entries, LedgerEntry.Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> entry.amount().value())
                .reduce(NOTHING, BigDecimal::add);
    }
}
