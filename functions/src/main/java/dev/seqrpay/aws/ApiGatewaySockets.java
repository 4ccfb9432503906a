package dev.seqrpay.aws;

import dev.seqrpay.live.Sockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * {@code POST /@connections/{id}} of a WebSocket API, signed with the SDK's own signer. The SDK's client for it does the same
 * with four times the bytes, and starts slower; a test holds the two against each other.
 */
public final class ApiGatewaySockets implements Sockets {
    private static final int GONE = 410;

    private final URI endpoint;
    private final String region;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /** @param endpoint the API's stage, such as {@code https://a1b2c3.execute-api.eu-north-1.amazonaws.com/live} */
    public ApiGatewaySockets(
            URI endpoint, String region, AwsCredentialsProvider credentials, SdkHttpClient http, Clock clock) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public boolean send(String connectionId, String message) {
        int status = post(connectionId, ContentStreamProvider.fromUtf8String(message));
        if (status == GONE) return false;
        if (status / 100 != 2) throw new IllegalStateException("API Gateway answered " + status);
        return true;
    }

    private int post(String connectionId, ContentStreamProvider message) {
        SignedRequest signed = signed(request(connectionId), message);
        HttpExecuteRequest execute = HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(message)
                .build();
        try {
            return http.prepareRequest(execute).call().httpResponse().statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SdkHttpRequest request(String connectionId) {
        String id = URLEncoder.encode(connectionId, StandardCharsets.UTF_8).replace("+", "%20");
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath(endpoint.getRawPath() + "/@connections/" + id)
                .putHeader("Content-Type", "application/octet-stream")
                .build();
    }

    private SignedRequest signed(SdkHttpRequest request, ContentStreamProvider message) {
        return signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                .request(request)
                .payload(message)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    }
}
