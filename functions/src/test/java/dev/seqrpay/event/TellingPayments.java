package dev.seqrpay.event;

import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.memory.InMemoryPayments;

/** The table in memory with its outbox: what is committed is there to be published. */
public final class TellingPayments extends InMemoryPayments {
    private final InMemoryFeed feed;

    public TellingPayments(InMemoryFeed feed) {
        this.feed = feed;
    }

    @Override
    public synchronized Committed commit(Change change) {
        Committed committed = super.commit(change);
        if (committed.isApplied()) feed.committed(change);
        return committed;
    }
}
