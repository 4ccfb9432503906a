package dev.seqrpay.simulator.soap;

import dev.seqrpay.simulator.core.Report;
import dev.seqrpay.simulator.core.ReportRow;
import dev.seqrpay.simulator.core.ReportVariant.ReportEncoding;
import dev.seqrpay.simulator.core.ReportVariant.ReportEnd;
import dev.seqrpay.simulator.core.ReportVariant.ReportStart;
import dev.seqrpay.simulator.core.Switches;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A report as SEQR writes it (contract, "Reports" and "What else"), contradictions and all. It is put together as text,
 * because no writer of XML lets a root close with another name.
 */
final class ReportXml {
    /** No zone stands beside it; SEQR is at home in Stockholm. */
    private static final DateTimeFormatter GENERATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

    private static final int PLACES = 5;
    private static final String NO_CASHIER = "NULL";

    private final StringBuilder xml = new StringBuilder();
    private final Switches switches;

    private ReportXml(Switches switches) {
        this.switches = switches;
    }

    static String of(Report report, Switches switches) {
        ReportXml document = new ReportXml(switches);
        document.write(report);
        return document.xml.toString();
    }

    private void write(Report report) {
        if (switches.of(ReportStart.class) == ReportStart.LINE_BREAK) xml.append('\n');
        xml.append("<?xml version=\"1.0\" encoding=\"")
                .append(switches.of(ReportEncoding.class).charset())
                .append("\"?>\n<")
                .append(report.root())
                .append(">\n");
        meta(report);
        switch (report.shape()) {
            case DETAILS -> report.rows().forEach(this::detail);
            case BY_TERMINAL -> sums(report.rows(), "TerminalId", ReportRow::terminalId);
            case BY_CASHIER -> sums(report.rows(), "CashierId", row -> cashier(row.cashierId()));
            case TOTAL -> sum(null, "", report.rows());
        }
        end(report.root());
    }

    private void meta(Report report) {
        xml.append("  <Meta>\n");
        element("ResellerId", report.resellerId());
        if (report.terminalId() != null) element("TerminalId", report.terminalId());
        element("TransactionPeriodId", report.periodId());
        element("GeneratedAt", GENERATED.format(report.generatedAt()));
        xml.append("  </Meta>\n");
    }

    private void detail(ReportRow row) {
        xml.append("  <Row>\n");
        element("TerminalId", row.terminalId());
        element("CashierId", cashier(row.cashierId()));
        element(amountName(row.element(), "Amount"), amount(row.amount()));
        element("ErsReference", row.ersReference());
        xml.append("  </Row>\n");
    }

    private void sums(List<ReportRow> rows, String name, Function<ReportRow, String> group) {
        Map<String, List<ReportRow>> groups = new LinkedHashMap<>();
        for (ReportRow row : rows)
            groups.computeIfAbsent(group.apply(row), first -> new ArrayList<>()).add(row);
        groups.forEach((value, theirs) -> sum(name, value, theirs));
    }

    /** What is not sold stands in elements of its own, if it does in details. */
    private void sum(@Nullable String name, String value, List<ReportRow> rows) {
        xml.append("  <Row>\n");
        if (name != null) element(name, value);
        for (ReportRow.Element kind : ReportRow.Element.values()) {
            List<ReportRow> theirs =
                    rows.stream().filter(row -> row.element() == kind).toList();
            if (theirs.isEmpty() && kind != ReportRow.Element.SALES) continue;
            element(amountName(kind, "Count"), String.valueOf(theirs.size()));
            element(
                    amountName(kind, "Total"),
                    amount(theirs.stream().map(ReportRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        xml.append("  </Row>\n");
    }

    private void end(String root) {
        switch (switches.of(ReportEnd.class)) {
            case SAME_NAME -> close(root);
            case OTHER_NAME ->
                close(root.startsWith("Cashier") ? "TerminalTransactionSummary" : "CashierTransactionSummary");
            case NOT_AT_ALL -> {}
        }
    }

    private void close(String name) {
        xml.append("</").append(name).append(">\n");
    }

    private void element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        xml.append("    <").append(name).append('>').append(escaped);
        xml.append("</").append(name).append(">\n");
    }

    private static String amountName(ReportRow.Element element, String what) {
        return switch (element) {
                    case SALES -> "Sales";
                    case REFUND -> "Refund";
                    case REVERSAL -> "Reversal";
                }
                + what;
    }

    private static String amount(BigDecimal value) {
        return value.setScale(PLACES, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static String cashier(@Nullable String id) {
        return Objects.toString(id, NO_CASHIER);
    }
}
