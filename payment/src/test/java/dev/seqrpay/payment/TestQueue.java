package dev.seqrpay.payment;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The queue on the clock of the test. */
final class TestQueue implements Reminders {
    private final List<Sent> sent = new ArrayList<>();
    private final InstantSource clock;
    private boolean isAway;

    record Sent(Reminder reminder, Instant due) {}

    TestQueue(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes no further reminder. */
    void isAway() {
        isAway = true;
    }

    @Override
    public void send(Reminder reminder, Duration delay) {
        if (isAway) throw new StoreUnavailable(new IOException("the queue is away"));
        sent.add(new Sent(reminder, clock.instant().plus(delay)));
    }

    /** The reminder that comes back first, if that is not later than {@code until}; it is taken out. */
    Optional<Sent> next(Instant until) {
        Optional<Sent> next = sent.stream().min(Comparator.comparing(Sent::due)).filter(each -> !each.due()
                .isAfter(until));
        next.ifPresent(sent::remove);
        return next;
    }

    List<Reminder> reminders() {
        return sent.stream().map(Sent::reminder).toList();
    }
}
