package dev.seqrpay.payment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a payment's history against the hashes in it and against the payment's row, and finds what was edited, is missing or stands
 * elsewhere. What somebody changes who also writes all later hashes and the row's anew is found only by the hash that was
 * kept outside the table ({@code hash} in {@code GET /payments/{id}/events}).
 */
public final class HistoryAudit {
    private HistoryAudit() {}

    /**
     * What is wrong at one place.
     *
     * @param version of the entry that is missing, or was changed; for the row, that of the payment
     */
    public record Finding(int version, String what) {}

    /**
     * @param payment the row, {@code null} if it is missing
     * @param history by version
     */
    public static List<Finding> check(String paymentId, @Nullable Payment payment, List<HistoryEntry> history) {
        List<Finding> found = new ArrayList<>();
        int expected = 1;
        for (int i = 0; i < history.size(); i++) {
            HistoryEntry entry = history.get(i);
            for (; expected < entry.version(); expected++) found.add(new Finding(expected, "is missing"));
            expected = entry.version() + 1;
            if (i + 1 < history.size()) checkNext(paymentId, entry, history.get(i + 1), found);
        }
        if (payment == null) found.add(new Finding(expected - 1, "has no payment"));
        else checkRow(payment, history, expected, found);
        return found;
    }

    /** An entry that is missing between the two is told of already, and what followed it cannot be checked. */
    private static void checkNext(String paymentId, HistoryEntry entry, HistoryEntry next, List<Finding> found) {
        if (next.version() != entry.version() + 1) return;
        if (!next.previous().equals(entry.hash(paymentId))
                && !(isOld(entry) && next.previous().isEmpty()))
            found.add(new Finding(entry.version(), "is not what the entry after it follows"));
        if (next.step().from() != entry.to())
            found.add(new Finding(next.version(), "begins where the entry before it did not end"));
    }

    /** Of before hashes were kept. */
    private static boolean isOld(HistoryEntry entry) {
        return entry.books() == null;
    }

    private static void checkRow(Payment payment, List<HistoryEntry> history, int expected, List<Finding> found) {
        for (int version = expected; version <= payment.version(); version++)
            found.add(new Finding(version, "is missing"));
        if (history.isEmpty()) return;
        HistoryEntry last = history.get(history.size() - 1);
        if (last.version() > payment.version()) found.add(new Finding(last.version(), "is later than the payment"));
        boolean isBefore = isOld(last) && payment.historyHash().isEmpty();
        if (last.version() != payment.version() || isBefore) return;
        if (!payment.historyHash().equals(last.hash(payment.id())))
            found.add(new Finding(last.version(), "is not what the payment follows"));
        if (last.to() != payment.state()
                || !last.step().at().equals(payment.changedAt())
                || !HistoryEntry.Books.of(payment).equals(last.books()))
            found.add(new Finding(last.version(), "says other than the payment"));
    }
}
