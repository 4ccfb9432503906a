package dev.seqrpay.http;

import dev.seqrpay.event.EventBody;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.OutboxEntry;
import dev.seqrpay.payment.Payment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as shops get them, by webhook and in the feed: {@code type}, {@code timestamp} and {@code data} of Standard Webhooks 1.0. */
public record EventJson(PaymentProof proof) implements EventBody {

    @Override
    public String of(OutboxEntry entry, Payment payment) {
        return body(entry.type().wireName(), entry.at(), PaymentJson.eventData(entry, payment, proof));
    }

    public static String body(String type, Instant at, Map<String, Object> data) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("timestamp", at.toString());
        json.put("data", data);
        return Json.write(json);
    }

    /** As the feed shows it: what a webhook has in its headers is a field here. */
    public static Map<String, Object> inFeed(FeedEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", event.id());
        json.put("cursor", new FeedCursor(event.merchantId(), event.position()).text());
        json.putAll(Json.object(event.body().getBytes(StandardCharsets.UTF_8)));
        return json;
    }
}
