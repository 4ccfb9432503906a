package dev.seqrpay.simulator.core;

import dev.seqrpay.simulator.core.ReportRow.Element;
import dev.seqrpay.simulator.core.ReportVariant.RefundsInReports;
import dev.seqrpay.simulator.core.ReportVariant.ReversalsInReports;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows movements of money in the ways that the switches say. */
final class ReportRows {
    private final RefundsInReports refunds;
    private final ReversalsInReports reversals;
    private final boolean refundsNamePayments;

    ReportRows(Switches switches) {
        this.refunds = switches.of(RefundsInReports.class);
        this.reversals = switches.of(ReversalsInReports.class);
        this.refundsNamePayments = switches.of(Variant.RefundNames.class) == Variant.RefundNames.PAYMENT;
    }

    /** @param ledger from which to tell what was reversed, and what a refund is of */
    List<ReportRow> of(List<LedgerEntry> entries, List<LedgerEntry> ledger) {
        Set<String> reversed = ledger.stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.REVERSAL)
                .map(LedgerEntry::invoiceReference)
                .collect(Collectors.toSet());
        return entries.stream()
                .flatMap(entry -> switch (entry.kind()) {
                    case PAYMENT -> payment(entry, reversed.contains(entry.invoiceReference()));
                    case REFUND -> refund(entry, ledger);
                    case REVERSAL -> reversal(entry);
                })
                .toList();
    }

    private Stream<ReportRow> payment(LedgerEntry entry, boolean isReversed) {
        boolean isHidden = isReversed && reversals == ReversalsInReports.HIDDEN;
        return isHidden ? Stream.empty() : Stream.of(row(entry, Element.SALES));
    }

    private Stream<ReportRow> refund(LedgerEntry entry, List<LedgerEntry> ledger) {
        ReportRow row = row(entry, refunds == RefundsInReports.ELEMENT ? Element.REFUND : Element.SALES);
        if (refundsNamePayments) row = row.withErsReference(payment(entry, ledger));
        return switch (refunds) {
            case NEGATIVE -> Stream.of(row.withAmount(row.amount().negate()));
            case ELEMENT -> Stream.of(row);
            case OMITTED -> Stream.empty();
        };
    }

    private Stream<ReportRow> reversal(LedgerEntry entry) {
        return switch (reversals) {
            case NEGATIVE -> {
                ReportRow row = row(entry, Element.SALES);
                yield Stream.of(row.withAmount(row.amount().negate()));
            }
            case ELEMENT -> Stream.of(row(entry, Element.REVERSAL));
            case HIDDEN, OMITTED -> Stream.empty();
        };
    }

    private static String payment(LedgerEntry refund, List<LedgerEntry> ledger) {
        return ledger.stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.PAYMENT)
                .filter(entry -> entry.invoiceReference().equals(refund.invoiceReference()))
                .map(LedgerEntry::ersReference)
                .findFirst()
                .orElse(refund.ersReference());
    }

    private static ReportRow row(LedgerEntry entry, Element element) {
        return new ReportRow(
                entry.terminalId(), entry.cashierId(), element, entry.amount().value(), entry.ersReference());
    }
}
