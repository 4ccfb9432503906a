package dev.seqrpay.local.demo.timeline;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;

/**
 * One call, or one change of a payment's state.
 *
 * @param start of the first call, if {@link #times} is more than one
 * @param outcome a status, a result code, why a state changed
 * @param took of the latest call; zero for what takes no time
 */
@RecordBuilder
record Entry(Kind kind, Instant start, String from, String to, String what, String outcome, Duration took, int times) {
    enum Kind {
        HTTP,
        SEQR,
        STATE,
        ERROR,
        STEP
    }

    /** The same question with the same answer, as a browser that polls asks it. */
    boolean repeats(Entry former) {
        return kind == former.kind
                && from.equals(former.from)
                && to.equals(former.to)
                && what.equals(former.what)
                && outcome.equals(former.outcome);
    }

    Entry again(Entry latest) {
        return EntryBuilder.builder(this).took(latest.took).times(times + 1).build();
    }

    Instant end() {
        return start.plus(took);
    }
}
