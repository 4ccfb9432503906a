package dev.seqrpay.reconciliation;

import java.io.IOException;
import java.util.List;

/** Differences as rows of CSV, the first of which names the columns. */
public final class DifferenceCsv {
    private static final List<String> COLUMNS =
            List.of("kind", "paymentId", "refundId", "ersReference", "ours", "currency", "reported");

    private final Csv csv;

    public DifferenceCsv(Appendable out) throws IOException {
        this.csv = new Csv(out);
        for (String column : COLUMNS) csv.text(column);
        csv.end();
    }

    public void write(Difference difference) throws IOException {
        csv.text(difference.kind().name())
                .text(difference.paymentId())
                .text(difference.refundId())
                .text(difference.ersReference())
                .money(difference.ours())
                .amount(difference.reported())
                .end();
    }
}
