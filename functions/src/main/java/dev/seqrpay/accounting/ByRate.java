package dev.seqrpay.accounting;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Tax;
import java.util.Collections;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;

/** Amounts with their VAT, in minor units, by its rate. Discounts without a rate, or at another, may be below zero. */
record ByRate(SortedMap<Rate, Long> gross) {
    static final ByRate NOTHING = new ByRate(new TreeMap<>());

    ByRate {
        gross = Collections.unmodifiableSortedMap(new TreeMap<>(gross));
    }

    static ByRate of(Invoice invoice) {
        SortedMap<Rate, Long> sums = new TreeMap<>();
        for (Invoice.Row row : invoice.rows())
            sums.merge(new Rate(row.taxRate()), row.total().minor(), Math::addExact);
        return new ByRate(sums);
    }

    ByRate plus(ByRate other) {
        SortedMap<Rate, Long> sums = new TreeMap<>(gross);
        other.gross.forEach((rate, minor) -> sums.merge(rate, minor, Math::addExact));
        return new ByRate(sums);
    }

    ByRate minus(ByRate other) {
        SortedMap<Rate, Long> sums = new TreeMap<>(gross);
        other.gross.forEach((rate, minor) -> sums.merge(rate, -minor, Math::addExact));
        return new ByRate(sums);
    }

    long sum() {
        return gross.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The VAT in it: by rate, so that it is that of a receipt over the same. */
    SortedMap<Rate, Long> vat(Currency currency) {
        SortedMap<Rate, Long> vat = new TreeMap<>();
        gross.forEach((rate, minor) -> {
            if (rate.percent() != null)
                vat.put(
                        rate,
                        new Tax(rate.percent(), new Money(currency, minor))
                                .amount()
                                .minor());
        });
        return vat;
    }
}
