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
import java.nio.charset.StandardCharsets;
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
     * @param body {@code null} for none
     * @throws FailedException with the problem's detail
     */
    Map<String, Object> call(String method, String path, @Nullable Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(url.toString().replaceAll("/+$", "") + path))
                .timeout(TIME)
                .header("authorization", "Bearer " + key)
                .header("idempotency-key", UUID.randomUUID().toString())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
        if (body != null) request.header("content-type", "application/json");
        HttpResponse<String> answer = send(request.build());
        Map<String, Object> json = json(answer);
        if (answer.statusCode() / 100 == 2) return json;
        throw new FailedException(answer.statusCode() + " " + json.getOrDefault("detail", "from " + url));
    }

    private static Map<String, Object> json(HttpResponse<String> answer) {
        try {
            return answer.body().isEmpty()
                    ? Map.of()
                    : Json.object(answer.body().getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notJson) {
            return Map.of();
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new FailedException(url + " does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("interrupted");
        }
    }
}
