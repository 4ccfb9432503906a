package dev.seqrpay.handler;

import dev.seqrpay.http.Json;
import dev.seqrpay.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** A message of SQS, as Lambda hands over some at once. */
record SqsMessage(String id, String body) {

    static List<SqsMessage> read(InputStream event) throws IOException {
        List<?> records = Json.asList(JSON.std.mapFrom(event.readAllBytes()).get("Records"));
        return records.stream().map(Json::asObject).map(SqsMessage::of).toList();
    }

    private static SqsMessage of(Map<String, Object> message) {
        return new SqsMessage(Request.text(message, "messageId"), Request.text(message, "body"));
    }

    /** Lambda's {@code ReportBatchItemFailures}: these come again, all others are deleted from the queue. */
    static byte[] failures(List<SqsMessage> messages) {
        List<Map<String, String>> failures = messages.stream()
                .map(message -> Map.of("itemIdentifier", message.id))
                .toList();
        return Json.write(Map.of("batchItemFailures", failures)).getBytes(StandardCharsets.UTF_8);
    }
}
