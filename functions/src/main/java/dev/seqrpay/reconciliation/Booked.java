package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.Money;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What we have booked in a period, in sum.
 *
 * @param paid in hundredths, by currency
 * @param refunded likewise, above zero
 */
public record Booked(int payments, int refunds, SortedMap<String, Long> paid, SortedMap<String, Long> refunded) {
    public Booked {
        paid = Collections.unmodifiableSortedMap(new TreeMap<>(paid));
        refunded = Collections.unmodifiableSortedMap(new TreeMap<>(refunded));
    }

    /** @throws ArithmeticException if it is more than any money */
    static Booked of(Iterable<BookedPayment> ours) {
        int payments = 0;
        int refunds = 0;
        SortedMap<String, Long> paid = new TreeMap<>();
        SortedMap<String, Long> refunded = new TreeMap<>();
        for (BookedPayment payment : ours) {
            Money money = payment.paid();
            if (money != null) {
                payments++;
                add(paid, money);
            }
            refunds += payment.refunds().size();
            for (BookedRefund refund : payment.refunds()) add(refunded, refund.amount());
        }
        return new Booked(payments, refunds, paid, refunded);
    }

    private static void add(SortedMap<String, Long> sums, Money money) {
        sums.merge(money.currency().getCurrencyCode(), money.minor(), Math::addExact);
    }

    /** Over all currencies, as SEQR's sums are, which name none. */
    public long paidInAll() {
        return paid.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Likewise. */
    public long refundedInAll() {
        return refunded.values().stream().mapToLong(Long::longValue).sum();
    }
}
