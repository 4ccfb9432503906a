package dev.seqrpay.http;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Until when a view token opens a payment's pages. The address stands in browsers' histories, in mails and in the logs of proxies,
 * so it does not work for ever: after the period the answer is the same as for a token that was never made.
 */
public final class Viewing {
    /** From the end of the payment. */
    static final Duration PERIOD = Duration.ofDays(90);

    private Viewing() {}

    /** @throws Problem if there is no such payment, or it ended too long ago */
    public static Payment open(Optional<Payment> payment, InstantSource clock) {
        return payment.filter(each -> isOpen(each, clock.instant())).orElseThrow(Problem::notFound);
    }

    public static boolean isOpen(Payment payment, Instant now) {
        return !payment.state().isFinal() || end(payment).plus(PERIOD).isAfter(now);
    }

    /** A refund does not begin the period again. A row from before we kept the time of payment has no such time. */
    private static Instant end(Payment payment) {
        Instant paidAt = payment.paidAt();
        return payment.state() == State.PAID && paidAt != null ? paidAt : payment.changedAt();
    }
}
