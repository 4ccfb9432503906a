package dev.seqrpay.payment;

import dev.seqrpay.payment.Reminder.HandOverReceipt;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Hands the receipt of a paid payment over to SEQR (contract, {@code submitPaymentReceipt}), which shows it to the payer in the
 * app. The payment does not depend on it: it comes half a minute after PAID, is tried a few times while SEQR is away, and is
 * then given up. SEQR may get it twice, which it allows.
 */
public final class ReceiptHandover {
    /** Until then the payer's path has SEQR to itself. */
    public static final Duration DELAY = Duration.ofSeconds(30);

    /** A queue holds a message back for 15 minutes at most. */
    private static final List<Duration> AGAIN =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(15));

    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final Reminders reminders;
    private final Function<Payment, byte[]> document;
    private final BiConsumer<String, RuntimeException> failures;

    /**
     * @param document the receipt as HTML
     * @param failures hears of every receipt that SEQR did not take, and why
     */
    public ReceiptHandover(
            PaymentStore store,
            SeqrGateway seqr,
            Reminders reminders,
            Function<Payment, byte[]> document,
            BiConsumer<String, RuntimeException> failures) {
        this.store = store;
        this.seqr = seqr;
        this.reminders = reminders;
        this.document = document;
        this.failures = failures;
    }

    void handle(HandOverReceipt reminder) {
        store.find(reminder.paymentId())
                .filter(payment -> payment.state() == State.PAID)
                .ifPresent(payment -> handOver(payment, reminder));
    }

    private void handOver(Payment paid, HandOverReceipt reminder) {
        try {
            seqr.submitPaymentReceipt(paid, document.apply(paid));
        } catch (SeqrException e) {
            failures.accept(paid.id(), e);
            if (e.isOutage() && reminder.attempt() <= AGAIN.size())
                reminders.send(reminder.next(), AGAIN.get(reminder.attempt() - 1));
        }
    }
}
