package dev.seqrpay.payment;

import java.util.Optional;

/**
 * What a shop is told of a payment after it has happened: in the event feed and by webhooks. The name has a version, so
 * that an event whose fields change gets a new name, and a receiver of the old one still gets what it knows.
 */
public enum EventType {
    /** The payer's app waits until the shop has answered to what it offers. */
    PAYMENT_ACKNOWLEDGMENT_REQUIRED("payment.acknowledgment_required.v1"),
    /** The payer has confirmed, and the shop can take the money. */
    PAYMENT_RESERVED("payment.reserved.v1"),
    PAYMENT_PAID("payment.paid.v1"),
    PAYMENT_CANCELLED("payment.cancelled.v1"),
    PAYMENT_REPLACED("payment.replaced.v1"),
    PAYMENT_FAILED("payment.failed.v1"),
    /** A person has to look. */
    PAYMENT_REVIEW("payment.review.v1"),
    /** SEQR took back what it had confirmed. */
    PAYMENT_REVERSED("payment.reversed.v1"),
    REFUND_SETTLED("refund.settled.v1"),
    REFUND_REJECTED("refund.rejected.v1"),
    REFUND_UNKNOWN("refund.unknown.v1");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in {@code type}. */
    public String wireName() {
        return wireName;
    }

    /** Empty for a change that decides nothing: a payment on its way, a refund that is being asked for or was not done. */
    public static Optional<EventType> of(Change change) {
        if (change.refund() != null) return of(change.refund());
        if (isOffer(change)) return Optional.of(PAYMENT_ACKNOWLEDGMENT_REQUIRED);
        return change.from() == change.payment().state() ? Optional.empty() : of(change.payment());
    }

    /** SEQR has told of an offer. When the shop's own answer does not come to SEQR, the shop knows. */
    private static boolean isOffer(Change change) {
        return change.code() != null && change.payment().awaitsAcknowledgment();
    }

    private static Optional<EventType> of(Refund refund) {
        return switch (refund.state()) {
            case SETTLED -> Optional.of(REFUND_SETTLED);
            case REJECTED -> Optional.of(REFUND_REJECTED);
            case UNKNOWN -> Optional.of(REFUND_UNKNOWN);
            case REQUESTED, NOT_DONE -> Optional.empty();
        };
    }

    private static Optional<EventType> of(Payment payment) {
        return switch (payment.state()) {
            case PAID -> Optional.of(PAYMENT_PAID);
            case CANCELED -> Optional.of(payment.reason() == Reason.REPLACED ? PAYMENT_REPLACED : PAYMENT_CANCELLED);
            case FAILED -> Optional.of(PAYMENT_FAILED);
            case REVIEW -> Optional.of(PAYMENT_REVIEW);
            case REVERSED -> Optional.of(PAYMENT_REVERSED);
            case RESERVED -> Optional.of(PAYMENT_RESERVED);
            case CREATED, ISSUED, CANCELING, CAPTURING -> Optional.empty();
        };
    }
}
