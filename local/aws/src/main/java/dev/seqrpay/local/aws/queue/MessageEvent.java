package dev.seqrpay.local.aws.queue;

import static java.util.stream.Collectors.toSet;

import dev.seqrpay.local.aws.template.Template;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.jr.ob.JSON;

/** What Lambda sends a function that listens to a queue, and what it makes of the answer. */
final class MessageEvent {
    private MessageEvent() {}

    static byte[] of(List<QueuedMessage> messages, String queue) {
        return JSON.std.asBytes(Map.of(
                "Records",
                messages.stream().map(message -> event(message, queue)).toList()));
    }

    private static Map<String, Object> event(QueuedMessage message, String queue) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("messageId", message.id());
        event.put("receiptHandle", message.receipt());
        event.put("body", message.body());
        event.put("attributes", attributes(message));
        event.put("messageAttributes", Map.of());
        event.put("md5OfBody", Sqs.md5(message.body()));
        event.put("eventSource", "aws:sqs");
        event.put("eventSourceARN", queue);
        event.put("awsRegion", Template.REGION);
        return event;
    }

    private static Map<String, String> attributes(QueuedMessage message) {
        return Map.of(
                "ApproximateReceiveCount", String.valueOf(message.receives()),
                "SentTimestamp", millis(message.sent()),
                "SenderId", "local",
                "ApproximateFirstReceiveTimestamp", millis(message.firstReceived()));
    }

    private static String millis(Instant time) {
        return String.valueOf(time.toEpochMilli());
    }

    /** The ids of those that have to come again. For Lambda, an answer that lists none means that all went well. */
    static Set<String> failures(byte[] answer) {
        if (!(JSON.std.mapFrom(answer).get("batchItemFailures") instanceof List<?> failures)) return Set.of();
        return failures.stream()
                .map(failure -> (String) ((Map<?, ?>) failure).get("itemIdentifier"))
                .collect(toSet());
    }
}
