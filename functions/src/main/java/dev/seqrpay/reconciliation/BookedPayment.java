package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What our table has of a payment in a period.
 *
 * @param ersReference SEQR's reference of the money
 * @param paid what was paid in the period; {@code null} if it was paid in another, and only given back in this
 * @param refunds that SEQR has confirmed in the period
 */
@RecordBuilder
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

    /** What names each of its movements among ours: the payment's id, and each refund's behind it. */
    Stream<String> keys() {
        return paid == null ? refundKeys() : Stream.concat(Stream.of(paymentId), refundKeys());
    }

    Stream<String> refundKeys() {
        return refunds.stream().map(refund -> key(paymentId, refund.refundId()));
    }

    static String key(@Nullable String paymentId, @Nullable String refundId) {
        return paymentId + "/" + refundId;
    }

    BookedPayment only(Set<String> keys) {
        return filtered(keys::contains);
    }

    BookedPayment without(Set<String> keys) {
        return filtered(key -> !keys.contains(key));
    }

    private BookedPayment filtered(Predicate<String> isKept) {
        return BookedPaymentBuilder.builder(this)
                .paid(isKept.test(paymentId) ? paid : null)
                .refunds(refunds.stream()
                        .filter(refund -> isKept.test(key(paymentId, refund.refundId())))
                        .toList())
                .build();
    }

    /** Two parts of the same. */
    BookedPayment and(BookedPayment other) {
        return BookedPaymentBuilder.builder(this)
                .paid(paid == null ? other.paid : paid)
                .refunds(Stream.concat(refunds.stream(), other.refunds.stream())
                        .distinct()
                        .toList())
                .build();
    }

    /** The key of what was paid, if it is this amount. */
    @Nullable
    String keyOfPaid(@Nullable BigDecimal amount) {
        return paid != null && isSame(paid, amount) ? paymentId : null;
    }

    /** The key of its refund of this amount that a report may have under the reference. */
    @Nullable
    String keyOfRefund(@Nullable String reference, @Nullable BigDecimal amount) {
        return refunds.stream()
                .filter(refund -> isSame(refund.amount(), amount))
                .filter(refund -> ersReference.equals(reference) || Objects.equals(refund.ersReference(), reference))
                .map(refund -> key(paymentId, refund.refundId()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSame(Money money, @Nullable BigDecimal amount) {
        return amount != null && money.decimal().compareTo(amount) == 0;
    }
}
