package dev.seqrpay.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.seqrpay.webhook.WebhookMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import tools.jackson.jr.ob.JSON;

/** What goes to EventBridge, held against what the SDK's own client sends. */
class EventBridgeTest {
    private static final URI ENDPOINT = URI.create("https://events.eu-north-1.amazonaws.com");
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "session"));
    private static final WebhookMessage MESSAGE = new WebhookMessage(
            "demoshop",
            Map.of("webhook-id", "evt_7_a"),
            "{\"type\":\"payment.paid.v1\",\"timestamp\":\"2026-11-22T12:00:00Z\",\"data\":{\"id\":\"pay_a\"}}"
                    .getBytes(UTF_8));

    private final Recorder recorder = new Recorder();

    private EventBridge bridge(Clock clock) {
        return new EventBridge(ENDPOINT, "eu-north-1", CREDENTIALS, recorder, clock);
    }

    private int post(Clock clock) throws IOException {
        return bridge(clock).post(URI.create("eventbridge:orders"), MESSAGE).status();
    }

    @Test
    void an_event_is_what_the_sdks_own_client_sends() throws IOException {
        String detail = "{\"id\":\"evt_7_a\",\"shop\":\"demoshop\",\"type\":\"payment.paid.v1\","
                + "\"timestamp\":\"2026-11-22T12:00:00Z\",\"data\":{\"id\":\"pay_a\"}}";
        try (EventBridgeClient sdk = EventBridgeClient.builder()
                .region(Region.EU_NORTH_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(recorder)
                .build()) {
            sdk.putEvents(put -> put.entries(PutEventsRequestEntry.builder()
                    .source("seqrpay")
                    .detailType("payment.paid.v1")
                    .detail(detail)
                    .eventBusName("orders")
                    .build()));
        }
        HttpExecuteRequest theirs = recorder.last;
        // the SDK's client signs at the present time, so ours is signed at the same
        assertThat(post(at(theirs))).isEqualTo(200);
        HttpExecuteRequest ours = recorder.last;

        assertThat(ours.httpRequest().method()).isEqualTo(theirs.httpRequest().method());
        assertThat(ours.httpRequest().getUri()).isEqualTo(theirs.httpRequest().getUri());
        assertThat(JSON.std.mapFrom(body(ours))).isEqualTo(JSON.std.mapFrom(body(theirs)));
        for (String header : List.of("content-type", "x-amz-target", "x-amz-security-token", "x-amz-date"))
            assertThat(headers(ours).get(header))
                    .as(header)
                    .isEqualTo(headers(theirs).get(header));
        assertThat(headers(ours).get("authorization").get(0)).contains("/eu-north-1/events/aws4_request");
        assertThat(headers(ours).get("authorization"))
                .isEqualTo(headers(signedAgain(ours)).get("authorization"));
    }

    /** By the SDK's signer, from what was sent. */
    private static HttpExecuteRequest signedAgain(HttpExecuteRequest ours) {
        var unsigned = ours.httpRequest().toBuilder()
                .clearHeaders()
                .putHeader("Content-Type", headers(ours).get("content-type"))
                .putHeader("X-Amz-Target", headers(ours).get("x-amz-target"))
                .build();
        var signed = AwsV4HttpSigner.create().sign(sign -> sign.identity(CREDENTIALS.resolveCredentials())
                .request(unsigned)
                .payload(ours.contentStreamProvider().orElseThrow())
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "events")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-north-1")
                .putProperty(HttpSigner.SIGNING_CLOCK, at(ours)));
        return HttpExecuteRequest.builder().request(signed.request()).build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"a\"}]} | 200",
                "200 | {\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"ThrottlingException\"}]} | 503",
                "200 | {} | 503",
                "200 | <html> | 503",
                "400 | {\"__type\":\"ResourceNotFoundException\"} | 400",
                "500 | {} | 500"
            })
    void only_an_entry_that_was_taken_is_delivered(int status, String body, int expected) throws IOException {
        recorder.status = status;
        recorder.body = body;
        assertThat(post(Clock.systemUTC())).isEqualTo(expected);
    }

    @Test
    void one_that_cannot_be_reached_is_tried_again() {
        recorder.status = 0;
        assertThatIOException().isThrownBy(() -> post(Clock.systemUTC()));
    }

    private static Clock at(HttpExecuteRequest request) {
        String date = headers(request).get("x-amz-date").get(0);
        String iso = date.replaceFirst("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z");
        return Clock.fixed(Instant.parse(iso), ZoneOffset.UTC);
    }

    private static Map<String, List<String>> headers(HttpExecuteRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.httpRequest().forEachHeader(headers::put);
        return headers;
    }

    private static String body(HttpExecuteRequest request) throws IOException {
        return new String(
                request.contentStreamProvider().orElseThrow().newStream().readAllBytes(), UTF_8);
    }

    private static final class Recorder implements SdkHttpClient {
        private HttpExecuteRequest last;
        private int status = 200;
        private String body = "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"a\"}]}";

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            last = request;
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    if (status == 0) throw new IOException("refused");
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpFullResponse.builder()
                                    .statusCode(status)
                                    .build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(UTF_8))))
                            .build();
                }

                @Override
                public void abort() {
                    // nothing goes on
                }
            };
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
