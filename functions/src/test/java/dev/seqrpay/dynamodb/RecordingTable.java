package dev.seqrpay.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.jr.ob.JSON;

/** What goes over the wire to DynamoDB, which answers what was laid out, and then that it has nothing. */
final class RecordingTable implements SdkHttpClient {
    final List<Map<String, Object>> requests = new ArrayList<>();
    private final Queue<Function<Map<String, Object>, String>> answers = new ArrayDeque<>();

    /** An answer in DynamoDB's JSON. */
    void answers(String json) {
        answers.add(request -> json);
    }

    /** A cancelled transaction: the reason of each item, and the row that was there instead of the first. */
    void cancels(Function<Map<String, Object>, Item> row, String... reasons) {
        answers.add(request -> {
            List<Object> all = new ArrayList<>();
            for (String reason : reasons)
                all.add(
                        all.isEmpty() && reason.equals("ConditionalCheckFailed")
                                ? Map.of("Code", reason, "Item", DynamoJson.of(row.apply(request)))
                                : Map.of("Code", reason));
            return json(Map.of(
                    "__type",
                    "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
                    "message",
                    "cancelled",
                    "CancellationReasons",
                    all));
        });
    }

    static String json(Object value) {
        return JSON.std.asString(value);
    }

    DynamoDbPayments payments() {
        return new DynamoDbPayments(client(), "table", change -> {});
    }

    DynamoDbClient client() {
        return DynamoDbClient.builder()
                .httpClient(this)
                .region(Region.EU_NORTH_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(JSON.std.mapFrom(new String(
                        request.contentStreamProvider()
                                .orElseThrow()
                                .newStream()
                                .readAllBytes(),
                        UTF_8)));
            }

            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse answer(Map<String, Object> request) {
        requests.add(request);
        String said = answers.isEmpty() ? "{}" : answers.remove().apply(request);
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(said.contains("__type") ? 400 : 200)
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(said.getBytes(UTF_8))))
                .build();
    }

    @Override
    public void close() {}
}
