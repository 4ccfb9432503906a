package dev.seqrpay.local;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.wiring.Wiring;
import java.time.Duration;
import java.time.Instant;

/** In AWS a message outlives whatever stops; here the queue is in memory, so what an earlier run left open is watched anew. */
final class OpenPayments {
    private static final Duration EVER = Duration.ofDays(365);
    private static final int ALL = 1000;

    private OpenPayments() {}

    static void watch(Wiring wiring) {
        for (String id : wiring.payments().due(Instant.now().plus(EVER), ALL))
            wiring.reminders().send(Reminder.watch(id), Duration.ZERO);
    }
}
