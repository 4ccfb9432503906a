package dev.seqrpay.local.aws.stream;

import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.local.aws.template.TemplateException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import tools.jackson.jr.ob.JSON;

/** What Lambda makes of a stream's records. */
final class ChangeEvent {
    private ChangeEvent() {}

    static byte[] of(List<Map<String, Object>> records) throws IOException {
        return JSON.std.asBytes(Map.of("Records", records));
    }

    static Map<String, Object> of(Record record, String arn) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventID", record.eventID());
        event.put("eventName", record.eventNameAsString());
        event.put("eventVersion", "1.1");
        event.put("eventSource", "aws:dynamodb");
        event.put("awsRegion", Template.REGION);
        event.put("dynamodb", change(record));
        event.put("eventSourceARN", arn);
        return event;
    }

    private static Map<String, Object> change(Record record) {
        if (record.dynamodb().streamViewType() != StreamViewType.KEYS_ONLY)
            throw new TemplateException("Only streams of KEYS_ONLY can be read here");
        Map<String, Object> change = new LinkedHashMap<>();
        change.put(
                "ApproximateCreationDateTime",
                record.dynamodb().approximateCreationDateTime().getEpochSecond());
        change.put("Keys", keys(record.dynamodb().keys()));
        change.put("SequenceNumber", record.dynamodb().sequenceNumber());
        change.put("SizeBytes", record.dynamodb().sizeBytes());
        change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
        return change;
    }

    private static Map<String, Object> keys(Map<String, AttributeValue> keys) {
        Map<String, Object> texts = new LinkedHashMap<>();
        keys.forEach((name, value) -> texts.put(name, Map.of("S", value.s())));
        return texts;
    }
}
