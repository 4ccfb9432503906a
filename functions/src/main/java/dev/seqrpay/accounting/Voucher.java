package dev.seqrpay.accounting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A day's booking: what SEQR owes the shop, what was sold and given back by VAT, and what does not agree. */
public record Voucher(LocalDate date, String text, Currency currency, List<Line> lines) {

    /** @param minor in minor units: debit above zero, credit below */
    public record Line(Account account, long minor, String text) {}

    /** @throws Unbookable if it does not sum to zero */
    public Voucher {
        lines = List.copyOf(lines);
        long sum = lines.stream().mapToLong(Line::minor).reduce(0, Math::addExact);
        if (sum != 0) throw new Unbookable("the voucher of " + date + " does not sum to zero");
    }

    /**
     * @param reportedNet what SEQR owes by its report, in minor units; {@code null} if there is none that can be read:
     *     be
     *     read: then what we say is booked, and no difference
     * @return empty if nothing was moved
     * @throws Unbookable if a rate has no account
     */
    public static Optional<Voucher> of(DayBook book, Accounts accounts, @Nullable Long reportedNet) {
        long net = Math.subtractExact(book.paid(), book.refunded());
        long owed = reportedNet == null ? net : reportedNet;
        List<Line> lines = new ArrayList<>();
        add(lines, accounts.clearing(), owed, reportedNet == null ? "SEQR, utan rapport" : "SEQR enligt rapport");
        addSales(lines, book, accounts);
        addRefunds(lines, book, accounts);
        add(lines, accounts.differences(), Math.subtractExact(net, owed), "Differens mot rapport");
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Voucher(
                        book.day().date(), "SEQR-betalningar " + book.day().date(), book.currency(), lines));
    }

    private static void addSales(List<Line> lines, DayBook book, Accounts accounts) {
        for (Map.Entry<Rate, Long> sold : book.sales().entrySet()) {
            Rate rate = sold.getKey();
            long vat = vat(book.salesVat(), rate);
            add(lines, accounts.of(rate).sales(), -(sold.getValue() - vat), "Försäljning" + percent(rate));
            add(lines, accounts.of(rate).vat(), -vat, "Moms" + percent(rate));
        }
    }

    private static void addRefunds(List<Line> lines, DayBook book, Accounts accounts) {
        for (Map.Entry<Rate, Long> given : book.refundsByRate().entrySet()) {
            Rate rate = given.getKey();
            long vat = vat(book.refundsVat(), rate);
            add(lines, accounts.of(rate).refunds(), given.getValue() - vat, "Återbetalning" + percent(rate));
            add(lines, accounts.of(rate).vat(), vat, "Moms på återbetalning" + percent(rate));
        }
    }

    private static long vat(SortedMap<Rate, Long> vat, Rate rate) {
        return vat.getOrDefault(rate, 0L);
    }

    private static String percent(Rate rate) {
        return rate.percent() == null ? "" : " " + rate + " %";
    }

    private static void add(List<Line> lines, Account account, long minor, String text) {
        if (minor != 0) lines.add(new Line(account, minor, text));
    }
}
