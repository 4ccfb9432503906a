package dev.seqrpay.simulator.core;

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
    String mark(String id, ReportCaller caller, @Nullable String terminalId, Instant now, Duration readyAfter) {
        String scope = caller.resellerId() + "/" + Objects.toString(terminalId, "");
        Period last = lastOfScope.get(scope);
        Period period = new Period(
                id,
                caller.resellerId(),
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
            ReportKind kind, ReportCaller caller, @Nullable String periodId, @Nullable String terminalId, Instant now) {
        Period period = periods.get(periodId);
        if (period == null || !period.resellerId().equals(caller.resellerId()) || !isForUs(period, terminalId))
            throw new Refused(ResultCode.REJECTED_BUSINESS_LOGIC);
        if (now.isBefore(period.readyAt())) throw new Refused(ResultCode.REPORT_NOT_READY);
        String terminal = terminalId == null ? period.terminalId() : terminalId;
        String subject = terminal == null ? period.resellerId() : terminal;
        return new Report(
                kind.id(), kind.title(), period.id(), subject, period.from(), period.to(), entries(period, terminal));
    }

    private static boolean isForUs(Period period, @Nullable String terminalId) {
        return period.terminalId() == null
                || terminalId == null
                || period.terminalId().equals(terminalId);
    }

    private List<LedgerEntry> entries(Period period, @Nullable String terminalId) {
        return ledger.between(period.firstEntry(), period.endEntry()).stream()
                .filter(entry -> entry.resellerId().equals(period.resellerId()))
                .filter(entry -> terminalId == null || entry.terminalId().equals(terminalId))
                .toList();
    }
}
