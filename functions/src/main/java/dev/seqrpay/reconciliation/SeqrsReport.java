package dev.seqrpay.reconciliation;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A report of SEQR's that was read through once, so that it is known to be whole, and can be gone through again. It is
 * read leniently: roots, titles and declarations may say what they want. What cannot be read one way is refused.
 */
public final class SeqrsReport {
    private static final Set<String> ROOTS = Set.of(
            "TransactionDetails",
            "ResellerTransactionSummary",
            "CashierTransactionSummary",
            "TerminalTransactionSummary");
    private static final String META = "Meta";

    private final RootedText text;
    private ReportMeta meta = ReportMeta.NONE;
    private boolean hasMeta;
    private int rows;
    private int sums;
    private int movements;
    private boolean showsGivenBack;
    private long sold;
    private long givenBack;

    private SeqrsReport(RootedText text) {
        this.text = text;
    }

    /**
     * @param text of the document, from its declaration or its root on
     * @throws UnreadableReport with a reason that can be shown
     */
    public static SeqrsReport of(String text) {
        SeqrsReport report = new SeqrsReport(RootedText.of(text));
        try {
            ReportParser.parse(report.text, report::look);
        } catch (ArithmeticException e) {
            throw new UnreadableReport("its amounts are more than any money");
        }
        if (!report.hasMeta && !ROOTS.contains(report.text.root()))
            throw new UnreadableReport("it is no report: its root is " + report.text.root() + " and has no Meta");
        return report;
    }

    private void look(String name, Map<String, String> texts) {
        if (name.equals(META)) {
            if (hasMeta) throw new UnreadableReport("it has two Metas");
            hasMeta = true;
            RowTexts said = new RowTexts(0, name, texts);
            meta = new ReportMeta(said.word("ResellerId"), said.word("TerminalId"), said.word("TransactionPeriodId"));
            return;
        }
        RowTexts row = new RowTexts(++rows, name, texts);
        if (row.isOfOneMovement()) movements(row, this::add);
        else if (row.isSum()) addSum(row);
        else throw row.refused("has neither an ErsReference nor sums");
        if (movements > 0 && sums > 0) throw new UnreadableReport("it has rows of single movements and rows of sums");
    }

    private void add(ReportRow row) {
        movements++;
        add(row.minor());
    }

    private void add(long minor) {
        if (minor < 0) {
            showsGivenBack = true;
            givenBack = Math.subtractExact(givenBack, minor);
        } else sold = Math.addExact(sold, minor);
    }

    private void addSum(RowTexts row) {
        sums++;
        Long total = row.sales("Total");
        if (total == null) throw row.refused("has no SalesTotal");
        Long back = row.givenBack("Total");
        add(total);
        if (back != null) add(back);
    }

    private void movements(RowTexts row, Consumer<ReportRow> consumer) {
        Long sale = row.sales("Amount");
        Long back = row.givenBack("Amount");
        if (sale == null && back == null) throw row.refused("has no SalesAmount");
        if (sale != null) consumer.accept(movement(row, sale));
        if (back != null) consumer.accept(movement(row, back));
    }

    private ReportRow movement(RowTexts row, long minor) {
        String reference = row.word("ErsReference");
        if (reference == null) throw row.refused("has no ErsReference");
        return new ReportRow(row.number(), row.word("TerminalId"), row.word("CashierId"), reference, minor);
    }

    /** Goes through all movements of money; there are none in a report of sums. */
    public void forEachMovement(Consumer<ReportRow> consumer) {
        if (movements == 0) return;
        int[] number = {0};
        ReportParser.parse(text, (name, texts) -> {
            if (!name.equals(META)) movements(new RowTexts(++number[0], name, texts), consumer);
        });
    }

    public ReportMeta meta() {
        return meta;
    }

    /** It says no more than sums: single payments cannot be found in it. */
    public boolean isSummary() {
        return sums > 0;
    }

    public int movements() {
        return movements;
    }

    /** What came in, in hundredths. */
    public long sold() {
        return sold;
    }

    /** What went back, in hundredths, above zero. */
    public long givenBack() {
        return givenBack;
    }

    /** Something of it went back: a report without that may not show refunds at all. */
    public boolean showsGivenBack() {
        return showsGivenBack;
    }
}
