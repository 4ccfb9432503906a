package dev.seqrpay.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Answers every second question to a partition of the index {@code due} with what was the answer before. */
final class LaggingIndex {
    private static final Pattern PARTITION = Pattern.compile("DUE#\\d+");

    private final Map<String, String> before = new HashMap<>();
    private final Random random;

    LaggingIndex(Random random) {
        this.random = random;
    }

    HttpExecuteResponse answer(TableCall call, ExecutableHttpRequest request) throws IOException {
        Matcher partition = PARTITION.matcher(call.body());
        if (!call.body().contains("\"IndexName\":\"due\"") || !partition.find()) return request.call();
        String items = before.getOrDefault(partition.group(), "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}");
        if (random.nextBoolean()) {
            items = body(request.call());
            before.put(partition.group(), items);
        }
        return TableCall.answer(200, items);
    }

    private static String body(HttpExecuteResponse answer) throws IOException {
        try (InputStream body = answer.responseBody().orElseThrow()) {
            return new String(body.readAllBytes(), UTF_8);
        }
    }
}
