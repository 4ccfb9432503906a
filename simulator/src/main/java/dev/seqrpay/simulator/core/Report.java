package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.util.List;

/**
 * What executeReport found.
 *
 * @param subject the shop or the terminal it is about
 */
public record Report(
        String reportId,
        String title,
        String periodId,
        String subject,
        Instant from,
        Instant to,
        List<LedgerEntry> entries) {

    public List<ReportTotal> totals() {
        return entries.stream()
                .map(entry -> entry.amount().currency())
                .distinct()
                .sorted()
                .map(currency -> ReportTotal.of(currency, entries))
                .toList();
    }
}
