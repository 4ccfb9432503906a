package dev.seqrpay.payment;

import java.time.Duration;

/**
 * The queue. What is sent comes back to {@link Watch#handle} after the delay: at least once, perhaps twice, in no order, and
 * again and again while that fails.
 */
@FunctionalInterface
public interface Reminders {

    /**
     * Returns only when the queue has confirmed the reminder.
     *
     * @throws StoreUnavailable if it does not say so; it may have it
     */
    void send(Reminder reminder, Duration delay);
}
