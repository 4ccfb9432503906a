package dev.seqrpay.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/** What goes to API Gateway, held against what the SDK's own client sends. */
class ApiGatewaySocketsTest {
    private static final URI ENDPOINT = URI.create("https://f6g7h8i9j0.execute-api.eu-north-1.amazonaws.com/live");
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "session"));

    private final Recorder recorder = new Recorder();

    @ParameterizedTest
    @ValueSource(strings = {"JKJcTdYZvHcCEvg=", "plain", "with/slash+plus=", "sp ace", "ö"})
    void a_message_is_what_the_sdks_own_client_sends(String connection) throws IOException {
        try (ApiGatewayManagementApiClient sdk = ApiGatewayManagementApiClient.builder()
                .endpointOverride(ENDPOINT)
                .region(Region.EU_NORTH_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(recorder)
                .build()) {
            sdk.postToConnection(post -> post.connectionId(connection).data(SdkBytes.fromUtf8String("{\"ö\":1}")));
        }
        HttpExecuteRequest theirs = recorder.last;
        // the SDK's client signs at the present time, so ours is signed at the same
        assertThat(sockets(at(theirs)).send(connection, "{\"ö\":1}")).isTrue();
        HttpExecuteRequest ours = recorder.last;

        assertThat(ours.httpRequest().method()).isEqualTo(theirs.httpRequest().method());
        assertThat(ours.httpRequest().getUri()).isEqualTo(theirs.httpRequest().getUri());
        assertThat(body(ours)).isEqualTo(body(theirs)).isEqualTo("{\"ö\":1}");
        assertThat(headers(ours)).containsEntry("x-amz-security-token", List.of("session"));
        assertThat(headers(ours).get("x-amz-date")).isEqualTo(headers(theirs).get("x-amz-date"));
        assertThat(scope(ours)).isEqualTo(scope(theirs)).contains("/eu-north-1/execute-api/aws4_request");
        assertThat(headers(signedAgain(theirs, ours)).get("authorization"))
                .as("the same headers, signed by the SDK's rules for its own request")
                .isEqualTo(headers(ours).get("authorization"));
    }

    @Test
    void a_socket_that_is_gone_is_no_failure() {
        recorder.status = 410;
        assertThat(sockets(Clock.systemUTC()).send("a", "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 429, 500, 503})
    void any_other_refusal_is(int status) {
        recorder.status = status;
        assertThatIllegalStateException()
                .isThrownBy(() -> sockets(Clock.systemUTC()).send("a", "b"))
                .withMessage("API Gateway answered " + status);
    }

    @Test
    void so_is_an_api_that_cannot_be_reached() {
        recorder.status = 0;
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> sockets(Clock.systemUTC()).send("a", "b"));
    }

    private ApiGatewaySockets sockets(Clock clock) {
        return new ApiGatewaySockets(ENDPOINT, "eu-north-1", CREDENTIALS, recorder, clock);
    }

    private static Clock at(HttpExecuteRequest request) {
        String date = headers(request).get("x-amz-date").get(0);
        String iso = date.replaceFirst("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z");
        return Clock.fixed(Instant.parse(iso), ZoneOffset.UTC);
    }

    /** The SDK adds headers of its own, which it signs too: its request with our headers has to get our signature. */
    private static HttpExecuteRequest signedAgain(HttpExecuteRequest theirs, HttpExecuteRequest ours) {
        var unsigned = theirs.httpRequest().toBuilder()
                .clearHeaders()
                .putHeader("Content-Type", headers(ours).get("content-type"))
                .build();
        var payload = theirs.contentStreamProvider().orElseThrow();
        var signed = AwsV4HttpSigner.create().sign(sign -> sign.identity(CREDENTIALS.resolveCredentials())
                .request(unsigned)
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-north-1")
                .putProperty(HttpSigner.SIGNING_CLOCK, at(ours)));
        return HttpExecuteRequest.builder().request(signed.request()).build();
    }

    private static Map<String, List<String>> headers(HttpExecuteRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.httpRequest().forEachHeader(headers::put);
        return headers;
    }

    private static String scope(HttpExecuteRequest request) {
        return headers(request).get("authorization").get(0).replaceFirst(",.*", "");
    }

    private static String body(HttpExecuteRequest request) throws IOException {
        return new String(
                request.contentStreamProvider().orElseThrow().newStream().readAllBytes(), UTF_8);
    }

    private static final class Recorder implements SdkHttpClient {
        private HttpExecuteRequest last;
        private int status = 200;

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
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))
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
