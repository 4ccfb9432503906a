package dev.seqrpay.accounting;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Of which rates of VAT the refunds of a payment are, one after the other. A refund by row is of its rows' rates; one
 * of an amount is of all in the proportion of what is left; the last is of what is left, so that all refunds together
 * are the payment.
 */
final class GivenBack {
    private final Invoice invoice;
    private ByRate left;

    GivenBack(Invoice invoice) {
        this.invoice = invoice;
        this.left = ByRate.of(invoice);
    }

    /** @return what of each rate the next refund gives back */
    ByRate next(Refund refund) {
        ByRate part = part(refund);
        left = left.minus(part);
        return part;
    }

    private ByRate part(Refund refund) {
        long amount = refund.amount().minor();
        if (amount == left.sum()) return left;
        ByRate rows = rows(refund.details());
        return rows.sum() == amount ? rows : share(amount);
    }

    private ByRate rows(RefundDetails details) {
        SortedMap<Rate, Long> sums = new TreeMap<>();
        for (RefundDetails.Row row : details.rows())
            sums.merge(
                    new Rate(invoice.rows().get(row.number() - 1).taxRate()),
                    row.amount().minor(),
                    Math::addExact);
        return new ByRate(sums);
    }

    /** What is rounded at one rate is taken up at the next, so that the shares sum to the amount. */
    private ByRate share(long amount) {
        BigInteger whole = BigInteger.valueOf(left.sum());
        SortedMap<Rate, Long> shares = new TreeMap<>();
        BigInteger before = BigInteger.ZERO;
        long given = 0;
        for (Map.Entry<Rate, Long> rate : left.gross().entrySet()) {
            before = before.add(BigInteger.valueOf(rate.getValue()));
            long until = new BigDecimal(before.multiply(BigInteger.valueOf(amount)))
                    .divide(new BigDecimal(whole), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            shares.put(rate.getKey(), until - given);
            given = until;
        }
        return new ByRate(shares);
    }
}
