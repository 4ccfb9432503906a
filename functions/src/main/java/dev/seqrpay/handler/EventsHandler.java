package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.EventJson;
import dev.seqrpay.http.EventProblems;
import dev.seqrpay.http.FeedCursor;
import dev.seqrpay.http.FeedQuery;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code GET /events}: the shop's events in the order of its feed, from a cursor on, for shops that no webhook can reach. The
 * caller may wait for the next one. What it costs does not depend on how many events or payments there are.
 */
public final class EventsHandler implements RequestStreamHandler {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Feed feed;
    private final Http http;
    private final Authorization authorization;
    private final InstantSource clock;
    private final Consumer<Duration> pause;

    public EventsHandler() {
        this(Wiring.fromEnvironment());
    }

    public EventsHandler(Wiring wiring) {
        this.feed = wiring.feed();
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.clock = wiring.clock();
        this.pause = wiring.pause();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        String merchantId = authorization.merchant(request, Scope.READ);
        FeedQuery query = FeedQuery.read(request.query(), merchantId);
        long head = feed.head(merchantId);
        long after = query.isFromNow() ? head : query.after().orElse(0);
        if (after > head) throw EventProblems.madeUp();
        head = awaitNews(merchantId, after, head, query.patience());
        return Response.json(200, page(merchantId, after, head, query));
    }

    private long awaitNews(String merchantId, long after, long first, Duration patience) {
        Instant end = clock.instant().plus(patience);
        long head = first;
        while (head == after && clock.instant().isBefore(end)) {
            pause.accept(BETWEEN_LOOKS);
            head = feed.head(merchantId);
        }
        return head;
    }

    private Map<String, Object> page(String merchantId, long after, long head, FeedQuery query) {
        List<FeedEvent> events = head == after ? List.of() : feed.after(merchantId, after, query.limit());
        long oldest = events.isEmpty() ? head : events.get(0).position() - 1;
        if (query.after().isPresent() && oldest > after)
            throw EventProblems.notKept(new FeedCursor(merchantId, oldest));
        long last = events.isEmpty() ? head : events.get(events.size() - 1).position();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("events", events.stream().map(EventJson::inFeed).toList());
        page.put("next", new FeedCursor(merchantId, last).text());
        page.put("more", last < head);
        return page;
    }
}
