package dev.seqrpay.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.webhook.Receiver;
import dev.seqrpay.webhook.WebhookMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * A bus of Amazon EventBridge as a receiver of events: {@code PutEvents} with one entry, signed with the SDK's own signer; a
 * test holds it against the SDK's client, which would make the archive larger. The detail is the event with its {@code id} and
 * its {@code shop}; EventBridge, like a webhook, may deliver it more than once.
 */
public final class EventBridge implements Receiver {
    private static final String SOURCE = "seqrpay";
    private static final int OK = 200;
    private static final int NOT_NOW = 503;
    private static final int LONGEST_ANSWER = 64 << 10;

    private final URI endpoint;
    private final String region;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /** @param endpoint such as {@code https://events.eu-north-1.amazonaws.com} */
    public EventBridge(
            URI endpoint, String region, AwsCredentialsProvider credentials, SdkHttpClient http, Clock clock) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
        this.http = http;
        this.clock = clock;
    }

    /** @param bus whose scheme-specific part is the name of the bus */
    @Override
    public Answer post(URI bus, WebhookMessage message) throws IOException {
        ContentStreamProvider body =
                ContentStreamProvider.fromUtf8String(entries(bus.getSchemeSpecificPart(), message));
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request())
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "events")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed)
                        .contentStreamProvider(body)
                        .build())
                .call();
        int status = answer.httpResponse().statusCode();
        return new Answer(status == OK && !isTaken(answer) ? NOT_NOW : status, null);
    }

    private SdkHttpRequest request() {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath("/")
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AWSEvents.PutEvents")
                .build();
    }

    private static String entries(String bus, WebhookMessage message) throws IOException {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("id", message.headers().get("webhook-id"));
        detail.put("shop", message.shop());
        detail.putAll(JSON.std.mapFrom(new String(message.body(), UTF_8)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("Source", SOURCE);
        entry.put("DetailType", detail.get("type"));
        entry.put("Detail", JSON.std.asString(detail));
        entry.put("EventBusName", bus);
        return JSON.std.asString(Map.of("Entries", List.of(entry)));
    }

    /** A request that was understood may have an entry that was not taken. */
    private static boolean isTaken(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isEmpty()) return false;
        try (var body = answer.responseBody().get()) {
            Map<String, Object> json = JSON.std.mapFrom(body.readNBytes(LONGEST_ANSWER));
            return Integer.valueOf(0).equals(json.get("FailedEntryCount"));
        } catch (JacksonException unreadable) {
            return false;
        }
    }
}
