package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what agrees and what does not, and hands on each difference as it is found. */
final class Findings {
    private final Consumer<Difference> consumer;
    private int agreed;
    private int differences;

    Findings(Consumer<Difference> consumer) {
        this.consumer = consumer;
    }

    void tell(Difference difference) {
        differences++;
        consumer.accept(difference);
    }

    void add(int alsoAgreed) {
        agreed += alsoAgreed;
    }

    /** Sums may have the refunds in them, beside them, or not at all. */
    void compareSums(SeqrsReport report, Booked booked) {
        long paid = booked.paidInAll();
        long refunded = booked.refundedInAll();
        boolean agrees = report.showsGivenBack()
                ? report.sold() - report.givenBack() == paid - refunded
                : report.sold() == paid || report.sold() == paid - refunded;
        if (agrees) add(booked.payments() + booked.refunds());
        else
            tell(new Difference(
                    Difference.Kind.OTHER_TOTAL,
                    null,
                    null,
                    null,
                    net(booked),
                    BigDecimal.valueOf(report.sold() - report.givenBack(), 2)));
    }

    private static @Nullable Money net(Booked booked) {
        if (booked.paid().size() != 1) return null;
        Currency currency = Currency.getInstance(booked.paid().firstKey());
        return new Money(currency, booked.paidInAll() - booked.refundedInAll());
    }

    void tellRefundsNotShown(Booked booked) {
        booked.refunded()
                .forEach((currency, minor) -> tell(new Difference(
                        Difference.Kind.REFUNDS_NOT_SHOWN,
                        null,
                        null,
                        null,
                        new Money(Currency.getInstance(currency), minor),
                        null)));
    }

    /** What came and went again under one reference is nobody's money: SEQR has reversed what we never had. */
    void tellUnknown(String reference, Shown shown, Optional<String> paymentId) {
        if (shown.net() == 0) return;
        tell(new Difference(
                kind(shown, paymentId.isPresent()),
                paymentId.orElse(null),
                null,
                reference,
                null,
                BigDecimal.valueOf(Math.abs(shown.net()), 2)));
    }

    private static Difference.Kind kind(Shown shown, boolean isOurs) {
        if (shown.net() < 0) return Difference.Kind.UNKNOWN_REFUND;
        return isOurs ? Difference.Kind.OTHER_PERIOD : Difference.Kind.UNKNOWN_PAYMENT;
    }

    int agreed() {
        return agreed;
    }

    int differences() {
        return differences;
    }
}
