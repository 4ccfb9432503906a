package dev.seqrpay.simulation.port;

import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.OutboxEntry;
import dev.seqrpay.simulation.check.FeedChecks;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Running;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The outbox and the feeds as the use cases see them: the engine holds up each call. */
public final class FeedPort implements Feed {
    private final Running running;
    private final Feed feed;
    private final FeedChecks checks;

    public FeedPort(Running running, Feed feed, FeedChecks checks) {
        this.running = running;
        this.feed = feed;
        this.checks = checks;
    }

    @Override
    public List<OutboxEntry> unpublished(String paymentId) {
        return running.call(Call.Kind.READ, () -> feed.unpublished(paymentId));
    }

    @Override
    public List<String> overdue(Instant now, int limit) {
        return running.call(Call.Kind.DUE, () -> feed.overdue(now, limit));
    }

    @Override
    public long head(String merchantId) {
        return running.call(Call.Kind.READ, () -> feed.head(merchantId));
    }

    @Override
    public Outcome publish(FeedEvent event, OutboxEntry from, List<String> endpointIds, Instant now) {
        return running.call(Call.Kind.PUBLISH, () -> {
            Outcome outcome = feed.publish(event, from, endpointIds, now);
            if (outcome == Outcome.PUBLISHED) checks.published(event, from, endpointIds);
            return outcome;
        });
    }

    @Override
    public List<FeedEvent> after(String merchantId, long position, int limit) {
        return running.call(Call.Kind.READ, () -> feed.after(merchantId, position, limit));
    }

    @Override
    public Optional<FeedEvent> at(String merchantId, long position) {
        return running.call(Call.Kind.READ, () -> feed.at(merchantId, position));
    }
}
