package dev.seqrpay.simulator.core;

import dev.seqrpay.simulator.core.ReportVariant.ReportMistake;
import dev.seqrpay.simulator.core.ReportVariant.RowMistake;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The marked periods and their reports. */
final class Periods {
    private final Map<String, Period> periods = new HashMap<>();
    private final Map<String, Period> lastOfScope = new HashMap<>();
    private final Ledger ledger;
    private final Instant opened;

    Periods(Ledger ledger, Instant opened) {
        this.ledger = ledger;
        this.opened = opened;
    }

    /** Everything since the scope's last mark: a shop's marks and a terminal's do not disturb each other. */
    String mark(String id, Reseller reseller, @Nullable String terminalId, Instant now, Duration readyAfter) {
        String scope = reseller.id() + "/" + Objects.toString(terminalId, "");
        Period last = lastOfScope.get(scope);
        Period period = new Period(
                id,
                reseller.id(),
                terminalId,
                last == null ? 0 : last.endEntry(),
                ledger.size(),
                last == null ? opened : last.to(),
                now,
                now.plus(readyAfter));
        lastOfScope.put(scope, period);
        periods.put(id, period);
        return id;
    }

    Report report(
            ReportKind kind,
            Reseller reseller,
            @Nullable String periodId,
            @Nullable String terminalId,
            Instant now,
            Switches switches) {
        Period period = periods.get(periodId);
        if (period == null || !period.resellerId().equals(reseller.id()) || !isFor(period, terminalId))
            throw new Refused(ResultCode.REJECTED_BUSINESS_LOGIC);
        boolean isNever = !kind.isOfShop() && period.terminalId() == null;
        if (isNever || now.isBefore(period.readyAt())) throw new Refused(ResultCode.REPORT_NOT_READY);
        String terminal = terminalId == null ? period.terminalId() : terminalId;
        Report right = new Report(
                kind.fileName(),
                kind.root(switches),
                kind.shape(switches),
                period.resellerId(),
                terminal,
                period.id(),
                now,
                rows(period.firstEntry(), period.endEntry(), period.resellerId(), terminal, switches));
        return wrong(right, period, switches);
    }

    private Report wrong(Report right, Period period, Switches switches) {
        Report mistaken = right.with(ReportMistakes.in(right.rows(), switches.of(RowMistake.class)));
        return switch (switches.of(ReportMistake.class)) {
            case ANOTHER_SHOPS -> mistaken.ofReseller("another-shop");
            case NEXT_DAYS ->
                right.ofPeriod(
                        "9" + period.id().substring(1),
                        rows(period.endEntry(), ledger.size(), period.resellerId(), right.terminalId(), switches));
            case NONE, TRUNCATED, OTHER_ENCODING -> mistaken;
        };
    }

    private static boolean isFor(Period period, @Nullable String terminalId) {
        return period.terminalId() == null
                || terminalId == null
                || period.terminalId().equals(terminalId);
    }

    private List<ReportRow> rows(
            int first, int end, String resellerId, @Nullable String terminalId, Switches switches) {
        List<LedgerEntry> entries = ledger.between(first, end).stream()
                .filter(entry -> entry.resellerId().equals(resellerId))
                .filter(entry -> terminalId == null || entry.terminalId().equals(terminalId))
                .toList();
        return new ReportRows(switches).of(entries, ledger.entries());
    }
}
