package dev.seqrpay.local;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.wiring.Wiring;
import java.time.Duration;
import java.time.Instant;

/** In AWS messages survive a restart. Here the queue is in memory, so a start watches again what an earlier run left open. */
final class OpenPayments {
    private static final Duration EVER = Duration.ofDays(365);
    private static final int ALL = 1000;

    private OpenPayments() {}

    static void watch(Wiring wiring) {
        for (String id : wiring.payments().due(Instant.now().plus(EVER), ALL))
            wiring.reminders().send(new Reminder.KeepWatching(id), Duration.ZERO);
    }
}
