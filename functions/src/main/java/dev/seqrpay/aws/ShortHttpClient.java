package dev.seqrpay.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The SDK's calls over the JDK's {@link HttpURLConnection}: of all clients the quickest to start, and warm as quick as the
 * large ones, because it reads each short answer whole and so gives the connection back (measured in
 * {@code docs/rationale.md}).
 */
public final class ShortHttpClient implements SdkHttpClient {
    static {
        // the SDK decides what is sent again, not the JDK
        System.setProperty("sun.net.http.retryPost", "false");
        // the JDK reads it when a first answer is not read whole, which would be too late for SoapHttp
        System.setProperty("http.KeepAlive.remainingData", "0");
        // the template sets both as well, for code that ran before this
    }

    private final int timeoutMillis;

    public ShortHttpClient(Duration timeout) {
        this.timeoutMillis = (int) timeout.toMillis();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return exchange(request);
            }

            @Override
            public void abort() {
                // the time-outs end it
            }
        };
    }

    private HttpExecuteResponse exchange(HttpExecuteRequest execute) throws IOException {
        SdkHttpRequest request = execute.httpRequest();
        HttpURLConnection connection =
                (HttpURLConnection) request.getUri().toURL().openConnection();
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(request.method().name());
        request.forEachHeader((name, values) -> connection.setRequestProperty(name, String.join(",", values)));
        if (execute.contentStreamProvider().isPresent()) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream();
                    InputStream body = execute.contentStreamProvider().get().newStream()) {
                body.transferTo(out);
            }
        }
        return answer(connection);
    }

    private static HttpExecuteResponse answer(HttpURLConnection connection) throws IOException {
        SdkHttpFullResponse.Builder head = SdkHttpFullResponse.builder().statusCode(connection.getResponseCode());
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null) head.putHeader(name, values);
        });
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body(connection))))
                .build();
    }

    private static byte[] body(HttpURLConnection connection) throws IOException {
        boolean failed = connection.getResponseCode() >= 400;
        try (InputStream body = failed ? connection.getErrorStream() : connection.getInputStream()) {
            return body == null ? new byte[0] : body.readAllBytes();
        }
    }

    @Override
    public String clientName() {
        return "short";
    }

    @Override
    public void close() {
        // connections are the JDK's
    }
}
