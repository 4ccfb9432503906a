package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What our table has of a payment in a period.
 *
 * @param ersReference SEQR's reference of the money
 * @param paid what was paid in the period; {@code null} if it was paid in another, and only given back in this
 * @param refunds that SEQR has confirmed in the period
 */
public record BookedPayment(
        String paymentId, String ersReference, @Nullable Money paid, List<BookedRefund> refunds) {
    public BookedPayment {
        refunds = List.copyOf(refunds);
    }

    /**
     * @param payment that has been paid
     * @param isOfPeriod whether it was paid in the period
     * @param refundsOfPeriod its refunds that were made in the period; those that are not settled do not count
     */
    public static BookedPayment of(Payment payment, boolean isOfPeriod, List<Refund> refundsOfPeriod) {
        String reference = payment.ersReference();
        if (reference == null) throw new IllegalArgumentException(payment.id() + " is not paid");
        return new BookedPayment(
                payment.id(),
                reference,
                isOfPeriod ? payment.invoice().total() : null,
                refundsOfPeriod.stream()
                        .filter(refund -> refund.state() == Refund.State.SETTLED)
                        .map(refund -> BookedRefund.of(refund, reference))
                        .toList());
    }

    /** All references under which a report may show it. */
    Stream<String> references() {
        return Stream.concat(
                Stream.of(ersReference),
                refunds.stream().map(BookedRefund::ersReference).filter(own -> own != null));
    }
}
