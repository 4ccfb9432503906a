package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What we say and SEQR's report says, where the two do not agree.
 *
 * @param paymentId {@code null} if we have no such payment
 * @param refundId {@code null} if it is about no single refund
 * @param ersReference under which the report has it, or would have it; {@code null} if it is about more than one
 * @param ours {@code null} if we have nothing
 * @param reported in no currency, as reports name none; above zero for refunds too; {@code null} if the report has
 *     nothing
 */
public record Difference(
        Kind kind,
        @Nullable String paymentId,
        @Nullable String refundId,
        @Nullable String ersReference,
        @Nullable Money ours,
        @Nullable BigDecimal reported) {

    /**
     * By how much SEQR owes the shop more by its report than by us, in hundredths; empty if that cannot be told.
     *
     * <p>A report that shows no refunds owes all the same what is left after ours.
     */
    public OptionalLong owedMore() {
        if (kind == Kind.REFUNDS_NOT_SHOWN) return OptionalLong.of(0);
        if (kind == Kind.OTHER_TOTAL && ours == null) return OptionalLong.empty();
        long theirs = reported == null ? 0 : reported.movePointRight(2).longValueExact();
        long more = Math.subtractExact(theirs, ours == null ? 0 : ours.minor());
        return OptionalLong.of(isOfRefund() ? -more : more);
    }

    private boolean isOfRefund() {
        return switch (kind) {
            case MISSING_REFUND, UNKNOWN_REFUND, OTHER_REFUND_AMOUNT -> true;
            case DOUBLED -> refundId != null;
            default -> false;
        };
    }

    /** What does not agree. */
    public enum Kind {
        /** We have it as paid, and the report does not have it. */
        MISSING_PAYMENT,
        /** The report has it, and we do not know it. */
        UNKNOWN_PAYMENT,
        /** Both have it, with other amounts. */
        OTHER_AMOUNT,
        /** The report has it more than once. */
        DOUBLED,
        /** We have it as paid in another period. */
        OTHER_PERIOD,
        /** We have it as given back, and the report, which shows other refunds, does not show this one. */
        MISSING_REFUND,
        /** The report has it as given back, or reversed, and we do not. */
        UNKNOWN_REFUND,
        /** Both have it as given back, with other amounts. */
        OTHER_REFUND_AMOUNT,
        /** The report shows nothing that went back, so none of our refunds can be looked up in it. */
        REFUNDS_NOT_SHOWN,
        /** A report of sums has another sum than we. */
        OTHER_TOTAL
    }
}
