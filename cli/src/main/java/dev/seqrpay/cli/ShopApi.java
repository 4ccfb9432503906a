package dev.seqrpay.cli;

import dev.seqrpay.http.Json;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payment API, as a shop's server calls it. */
final class ShopApi {
    private static final Duration TIME = Duration.ofSeconds(40);

    private final URI url;
    private final String key;
    private final HttpClient client;

    ShopApi(URI url, String key) {
        this.url = url;
        this.key = key;
        boolean isHere = List.of("127.0.0.1", "localhost").contains(url.getHost());
        this.client = HttpClient.newBuilder()
                .proxy(isHere ? HttpClient.Builder.NO_PROXY : ProxySelector.getDefault())
                .build();
    }

    Map<String, Object> get(String path) {
        return call("GET", path, null);
    }

    Map<String, Object> post(String path, Map<String, ?> body) {
        return call("POST", path, body);
    }

    /**
     * A file.
     *
     * @throws FailedException with the problem's detail
     */
    byte[] file(String path) {
        HttpResponse<byte[]> answer = send(request(path).GET().build());
        if (answer.statusCode() / 100 == 2) return answer.body();
        throw failed(answer.statusCode(), json(answer.body()));
    }

    /**
     * @param body {@code null} for none
     * @throws FailedException with the problem's detail
     */
    Map<String, Object> call(String method, String path, @Nullable Map<String, ?> body) {
        HttpRequest.Builder request = request(path)
                .header("idempotency-key", UUID.randomUUID().toString())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
        if (body != null) request.header("content-type", "application/json");
        HttpResponse<byte[]> answer = send(request.build());
        Map<String, Object> json = json(answer.body());
        if (answer.statusCode() / 100 == 2) return json;
        throw failed(answer.statusCode(), json);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.toString().replaceAll("/+$", "") + path))
                .timeout(TIME)
                .header("authorization", "Bearer " + key);
    }

    private FailedException failed(int status, Map<String, Object> problem) {
        return new FailedException(status + " " + problem.getOrDefault("detail", "from " + url));
    }

    private static Map<String, Object> json(byte[] body) {
        try {
            return body.length == 0 ? Map.of() : Json.object(body);
        } catch (IllegalArgumentException notJson) {
            return Map.of();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new FailedException(url + " does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("interrupted");
        }
    }
}
