package dev.seqrpay.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The table. Reads are consistent; a write is refused, not lost, when another function was faster, and then hands back the
 * winner's row. Every method throws {@link StoreUnavailable} if the table gives no answer.
 */
public interface PaymentStore {

    /** How a write ended. */
    enum Outcome {
        APPLIED,
        /** Another change of this payment came first. */
        LOST,
        /** The invoice reference or the ersReference already belongs to another payment. */
        TAKEN,
        /** Another payment has the place among those of the order: this one was not stored. */
        OVERTAKEN
    }

    /** @param payment the row as it is now: ours if applied, the winner's if not; ours if there is none */
    record Committed(Outcome outcome, Payment payment) {
        public boolean isApplied() {
            return outcome == Outcome.APPLIED;
        }
    }

    /** The row, with the claim that decides whether it is worth trying to claim. */
    Optional<StoredPayment> read(String id);

    default Optional<Payment> find(String id) {
        return read(id).map(StoredPayment::payment);
    }

    /**
     * The payments of an order.
     *
     * @param count how many there are
     * @param ids of the latest of them, the latest first
     */
    record OfOrder(int count, List<String> ids) {
        public static final int MOST = 100;
    }

    /** All payments of an order, or the latest {@link OfOrder#MOST} of them. */
    OfOrder ofOrder(String merchantId, String orderId);

    /**
     * Stores the payment if the version before it is the stored one (or none is, for version 1), and with it, in the same
     * transaction, its history item, what the shop is to be told of it ({@link EventType}), the guards of its references, its place among the payments of its order
     * if that is free, and its refund. A claim of before ends; the change may bring one of its own.
     */
    Committed commit(Change change);

    /**
     * Takes the right to ask SEQR, if the payment is the version that was read and no function has claimed it since: of many
     * that have read the same, one gets it. Moves a due payment behind all that the sweep has not looked at yet, and never off
     * the sweep's list.
     */
    boolean claim(StoredPayment read, Instant now);

    /** Records that the question of this claim got no answer, unless there is a newer claim. The next one may come sooner. */
    void recordNoAnswer(Payment payment, Instant claimed);

    /** Remembers the version that SEQR told us last, so that the next question acknowledges it. */
    void recordVersion(Payment payment, int seqrVersion);

    /** Records, after a failed sendInvoice, whether the attempt counts and until when no other checkout tries. */
    void release(Payment payment, Attempt left);

    /** Ids of payments that are due, the longest due first. Only candidates: read the row before acting. */
    List<String> due(Instant now, int limit);

    Optional<Refund> refund(String paymentId, String refundId);

    List<Refund> refunds(String paymentId);

    List<HistoryEntry> history(String paymentId);
}
