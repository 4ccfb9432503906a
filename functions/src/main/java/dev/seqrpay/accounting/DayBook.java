package dev.seqrpay.accounting;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of a shop's day in one currency. Payments are added one by one; no more than the sums is kept. */
public final class DayBook {
    private final ShopDay day;
    private final Currency currency;
    private final SortedMap<Rate, Long> sales = new TreeMap<>();
    private final SortedMap<Rate, Long> salesVat = new TreeMap<>();
    private final SortedMap<Rate, Long> refunds = new TreeMap<>();
    private final SortedMap<Rate, Long> refundsVat = new TreeMap<>();
    private int payments;
    private int refundCount;
    private long paid;
    private long refunded;

    public DayBook(ShopDay day, Currency currency) {
        this.day = day;
        this.currency = currency;
    }

    /**
     * Adds what of a payment is of this day: that it was paid, and its refunds. What was paid and reversed since was
     * paid all the same: that is a difference to SEQR's report.
     *
     * @param allRefunds of the payment, of whichever day and state
     */
    public void add(Payment payment, List<Refund> allRefunds) {
        if (!payment.invoice().total().currency().equals(currency))
            throw new IllegalArgumentException(payment.id() + " is not in " + currency);
        if (payment.confirmation().isEmpty()) return;
        if (day.contains(paidAt(payment))) addSale(payment);
        GivenBack givenBack = new GivenBack(payment.invoice());
        ByRate before = ByRate.NOTHING;
        for (Refund refund : settled(allRefunds)) {
            ByRate after = before.plus(givenBack.next(refund));
            if (day.contains(refund.createdAt())) addRefund(refund.amount(), before, after);
            before = after;
        }
    }

    /** When it was paid, or, of what was paid before that was kept, when it last changed. */
    static Instant paidAt(Payment payment) {
        return Objects.requireNonNullElse(payment.paidAt(), payment.changedAt());
    }

    static List<Refund> settled(List<Refund> refunds) {
        return refunds.stream()
                .filter(refund -> refund.state() == Refund.State.SETTLED)
                .sorted(Comparator.comparing(Refund::createdAt).thenComparing(Refund::id))
                .toList();
    }

    private void addSale(Payment payment) {
        payments++;
        paid = Math.addExact(paid, payment.invoice().total().minor());
        ByRate sold = ByRate.of(payment.invoice());
        add(sales, sold.gross());
        add(salesVat, sold.vat(currency));
    }

    /**
     * The VAT is that of all refunds until now less that of those before: given back in full, it is all of the
     * payment's.
     */
    private void addRefund(Money amount, ByRate before, ByRate after) {
        refundCount++;
        refunded = Math.addExact(refunded, amount.minor());
        add(refunds, after.minus(before).gross());
        add(refundsVat, after.vat(currency));
        before.vat(currency).forEach((rate, vat) -> refundsVat.merge(rate, -vat, Math::addExact));
    }

    private static void add(SortedMap<Rate, Long> to, SortedMap<Rate, Long> more) {
        more.forEach((rate, minor) -> to.merge(rate, minor, Math::addExact));
    }

    public ShopDay day() {
        return day;
    }

    public Currency currency() {
        return currency;
    }

    public int payments() {
        return payments;
    }

    public int refunds() {
        return refundCount;
    }

    /** In minor units. */
    public long paid() {
        return paid;
    }

    /** Above zero. */
    public long refunded() {
        return refunded;
    }

    SortedMap<Rate, Long> sales() {
        return sales;
    }

    SortedMap<Rate, Long> salesVat() {
        return salesVat;
    }

    SortedMap<Rate, Long> refundsByRate() {
        return refunds;
    }

    SortedMap<Rate, Long> refundsVat() {
        return refundsVat;
    }
}
