package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Refund;
import org.jspecify.annotations.Nullable;

/**
 * A refund that we have booked in the period.
 *
 * @param ersReference of its own, {@code null} if SEQR named none or the payment's
 */
public record BookedRefund(String refundId, @Nullable String ersReference, Money amount) {
    static BookedRefund of(Refund refund, String paymentsReference) {
        String own = refund.ersReference();
        return new BookedRefund(refund.id(), paymentsReference.equals(own) ? null : own, refund.amount());
    }
}
