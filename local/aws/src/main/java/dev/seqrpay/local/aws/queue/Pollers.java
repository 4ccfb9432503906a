package dev.seqrpay.local.aws.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many batches of a queue Lambda works on at once: five, and up to 300 more in each minute in which messages still wait, a
 * thousand at most; five again when none do (Lambda developer guide, "Configuring scaling behavior for SQS event source
 * mappings").
 */
final class Pollers {
    static final int FIRST = 5;
    static final int MOST = 1000;
    static final Duration UNTIL_ONE_MORE = Duration.ofMinutes(1).dividedBy(300);

    private final InstantSource clock;
    private int allowed = FIRST;
    private int working;
    private Instant lastOne = Instant.MIN;

    Pollers(InstantSource clock) {
        this.clock = clock;
    }

    /** @return whether there is one for the messages that wait */
    synchronized boolean takeOne() {
        if (working == allowed) addOne();
        if (working == allowed) return false;
        working++;
        return true;
    }

    private void addOne() {
        Instant now = clock.instant();
        if (allowed == MOST || now.isBefore(lastOne.plus(UNTIL_ONE_MORE))) return;
        lastOne = now;
        allowed++;
    }

    synchronized void giveBack() {
        working--;
    }

    synchronized void nothingWaits() {
        allowed = Math.max(FIRST, working);
    }
}
