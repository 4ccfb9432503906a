package dev.seqrpay.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

/**
 * What goes over the wire. DynamoDB reads with eventual consistency unless it is told otherwise, and an index cannot be told
 * ("Read consistency", DynamoDB developer guide); DynamoDB Local is always consistent, so that no test on it would notice.
 */
class ConsistentReadsTest {
    private final List<Map<String, Object>> requests = new ArrayList<>();
    private String answer = "{}";

    static List<Consumer<PaymentStore>> reads() {
        return List.of(
                store -> store.find("pay_a"),
                store -> store.read("pay_a"),
                store -> store.refund("pay_a", "ref_a"),
                store -> store.refunds("pay_a"),
                store -> store.history("pay_a"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void every_read_of_a_payment_is_consistent(Consumer<PaymentStore> read) {
        read.accept(payments());

        assertThat(requests).hasSize(1).allSatisfy(request -> assertThat(request)
                .containsEntry("ConsistentRead", true));
    }

    @Test
    void so_is_the_read_of_a_row_whose_reference_was_taken() {
        answer = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"message\":\"x\","
                + "\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"ConditionalCheckFailed\"}]}";

        assertThatThrownBy(() ->
                payments().commit(new Change(State.ISSUED, PaymentItemTest.paid(), Cause.POLL, null, null, null)));

        assertThat(requests).hasSize(2);
        assertThat(requests.get(1)).containsEntry("ConsistentRead", true);
    }

    @Test
    void so_is_that_of_the_sockets_of_a_payment() {
        new DynamoDbConnections(client(), "table").of("pay_a", Instant.EPOCH);

        assertThat(requests).hasSize(1).allSatisfy(request -> assertThat(request)
                .containsEntry("ConsistentRead", true));
    }

    @Test
    void only_the_index_that_finds_candidates_cannot_be() {
        payments().due(Instant.EPOCH, 10);

        assertThat(requests).hasSize(Keys.DUE_PARTITIONS).allSatisfy(request -> assertThat(request)
                .containsEntry("IndexName", "due")
                .doesNotContainKey("ConsistentRead"));
    }

    private DynamoDbPayments payments() {
        return new DynamoDbPayments(client(), "table", change -> {});
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder()
                .httpClient(new Recorder())
                .region(Region.EU_NORTH_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build();
    }

    private final class Recorder implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    requests.add(JSON.std.mapFrom(new String(
                            request.contentStreamProvider()
                                    .orElseThrow()
                                    .newStream()
                                    .readAllBytes(),
                            UTF_8)));
                    String said = answer;
                    answer = "{}";
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder()
                                    .statusCode(said.length() > 2 ? 400 : 200)
                                    .build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(said.getBytes(UTF_8))))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
