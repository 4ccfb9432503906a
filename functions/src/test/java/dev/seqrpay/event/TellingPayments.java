package dev.seqrpay.event;

import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.InMemoryDays;
import dev.seqrpay.payment.memory.InMemoryPayments;

/** The table in memory with its outbox and its days: what is committed is there to be published and to be found. */
public final class TellingPayments extends InMemoryPayments {
    private final InMemoryFeed feed;
    private final InMemoryDays days;

    public TellingPayments(InMemoryFeed feed, InMemoryDays days) {
        this.feed = feed;
        this.days = days;
    }

    @Override
    public synchronized Committed commit(Change change) {
        Committed committed = super.commit(change);
        if (committed.isApplied()) feed.committed(change);
        if (committed.isApplied() && change.place() != null) days.add(change.payment());
        return committed;
    }
}
