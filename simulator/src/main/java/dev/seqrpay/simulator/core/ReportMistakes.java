package dev.seqrpay.simulator.core;

import dev.seqrpay.simulator.core.ReportVariant.RowMistake;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows of a report wrong, on demand. */
final class ReportMistakes {
    /** Whose payment nobody made. */
    private static final String NOBODYS = "1";

    private ReportMistakes() {}

    static List<ReportRow> in(List<ReportRow> right, RowMistake mistake) {
        List<ReportRow> rows = new ArrayList<>(right);
        switch (mistake) {
            case EXTRA_ROW ->
                rows.add(new ReportRow("nobody", null, ReportRow.Element.SALES, BigDecimal.ONE, NOBODYS.repeat(25)));
            case MISSING_ROW -> {
                if (!rows.isEmpty()) rows.remove(rows.size() - 1);
            }
            case OTHER_AMOUNT -> {
                if (!rows.isEmpty())
                    rows.set(0, rows.get(0).withAmount(rows.get(0).amount().add(BigDecimal.ONE)));
            }
            case DOUBLED_ROW -> {
                if (!rows.isEmpty()) rows.add(0, rows.get(0));
            }
            case NONE -> {}
        }
        return rows;
    }
}
