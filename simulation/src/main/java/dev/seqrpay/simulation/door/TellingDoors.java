package dev.seqrpay.simulation.door;

import dev.seqrpay.handler.DeliverHandler;
import dev.seqrpay.handler.EventsHandler;
import dev.seqrpay.handler.PublishHandler;
import dev.seqrpay.simulation.check.FeedPage;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.port.Shops;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions that tell shops what has happened, as the table's stream, the schedule and the queue call them. */
public final class TellingDoors {
    private final SimulatedDeployment deployment;

    public TellingDoors(SimulatedDeployment deployment) {
        this.deployment = deployment;
    }

    /** A payment has left something in the outbox. */
    public Object publish(String paymentId, int version) {
        Map<String, ?> keys = Map.of(
                "pk", Map.of("S", "PAY#" + paymentId),
                "sk", Map.of("S", String.format(Locale.ROOT, "OB#%06d", version)));
        Map<String, ?> record = Map.of("eventName", "INSERT", "dynamodb", Map.of("Keys", keys));
        return Lambda.invoke(
                new PublishHandler(deployment.now())::handleRequest,
                Map.of("Records", List.of(record)),
                Function.PUBLISH);
    }

    /** A minute has passed. */
    public Object makeUp() {
        return Lambda.invoke(new PublishHandler(deployment.now())::handleRequest, Map.of(), Function.PUBLISH);
    }

    /**
     * A shop reads its feed.
     *
     * @param after a cursor, {@code now}, or null for the beginning
     * @param wait seconds, null for none
     */
    public FeedPage events(String shop, String after, long limit, Long wait) {
        HttpAnswer answer = HttpCall.of("GET /events")
                .by(Shops.secret(shop))
                .query("after", after)
                .query("limit", limit)
                .query("wait", wait)
                .send(new EventsHandler(deployment.now())::handleRequest)
                .expect(200);
        List<FeedPage.Entry> events = ((List<?>) answer.object("events"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> new FeedPage.Entry("" + each.get("id"), "" + each.get("cursor")))
                        .toList();
        return new FeedPage(events, answer.text("next"), (boolean) answer.object("more"));
    }

    /** @param text of the queue's message */
    public Object deliver(String text) {
        Map<String, ?> message = Map.of("messageId", "1", "body", text);
        return Lambda.invoke(
                new DeliverHandler(deployment.now())::handleRequest,
                Map.of("Records", List.of(message)),
                Function.DELIVER);
    }
}
