package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.OutboxEntry;
import dev.seqrpay.payment.Change;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change leaves in the outbox is in the shop's feed once, soon, as the payment stood then, and behind what the payment
 * left before; the feed's positions have no gap (25). The feed is read as the table has it.
 */
public final class FeedChecks {
    /** The stream, or two of the schedule's minutes, and one for the work. */
    private static final long SOON = 4 * Time.MINUTE;

    private static final long LAST_CALL = 75 * Time.SECOND;
    private static final long CLOCKS_APART = 10 * Time.MINUTE;
    private static final int PAGE = 100;

    private final Feed feed;
    private final EndpointChecks endpoints;
    private final Time time;
    private final Weather weather;
    private final Map<String, Told.Left> outbox = new LinkedHashMap<>();

    public FeedChecks(Feed feed, EndpointChecks endpoints, Time time, Weather weather) {
        this.feed = feed;
        this.endpoints = endpoints;
        this.time = time;
        this.weather = weather;
    }

    /** A change has left something to be told. */
    public void left(Change change) {
        Told.Left left = Told.Left.of(change, time);
        outbox.put(key(left.told().paymentId(), left.told().version()), left);
    }

    private static String key(String paymentId, int version) {
        return paymentId + " " + version;
    }

    List<Told.Left> outbox() {
        return List.copyOf(outbox.values());
    }

    /** What of the outbox an event is about, null if there is none. */
    Told.Left left(Told told) {
        return outbox.get(key(told.paymentId(), told.version()));
    }

    /** @param from the outbox entry, null for an event that is about no payment */
    public void published(FeedEvent event, OutboxEntry from, List<String> endpointIds) {
        endpoints.published(event, endpointIds);
        if (from == null) return;
        Told.Left left = outbox.get(key(from.paymentId(), from.version()));
        long quiet = weather.faultsUntil() == 0 ? 0 : weather.faultsUntil() + LAST_CALL;
        long latest = Math.max(left.at(), quiet) + SOON + (weather.isSkewed() ? CLOCKS_APART : 0);
        unless(
                time.now() <= latest,
                "25",
                () -> left + " should have been published at " + Time.clock(latest) + " at the latest");
    }

    /** All is quiet. */
    void end() {
        Map<Told, Long> positions = new HashMap<>();
        Map<String, Integer> latest = new HashMap<>();
        for (String shop :
                outbox.values().stream().map(Told.Left::shop).distinct().toList())
            for (FeedEvent event : all(shop)) {
                Told told = Told.read(event.body().getBytes(StandardCharsets.UTF_8));
                if (told == null) continue;
                Long before = positions.put(told, event.position());
                unless(
                        before == null,
                        "25",
                        () -> told + " is in the feed twice, at " + before + " and " + event.position());
                Integer earlier = latest.put(told.paymentId(), told.version());
                unless(
                        earlier == null || earlier < told.version(),
                        "25",
                        () -> told + " is in the feed behind version " + earlier);
            }
        for (Told.Left left : outbox.values())
            unless(positions.containsKey(left.told()), "25", () -> left + " is not in the feed");
        unless(
                positions.size() == outbox.size(),
                "25",
                () -> "the feeds have " + positions.size() + " events of payments, and the outbox " + outbox.size());
    }

    /** The whole feed of a shop, as it is in the table. */
    List<FeedEvent> all(String shop) {
        List<FeedEvent> all = new ArrayList<>();
        List<FeedEvent> page;
        do {
            page = feed.after(shop, all.size(), PAGE);
            for (FeedEvent event : page) {
                all.add(event);
                unless(event.position() == all.size(), "25", () -> shop + ": the feed has a gap before " + event.id());
            }
        } while (!page.isEmpty());
        return all;
    }
}
