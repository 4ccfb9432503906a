package dev.seqrpay.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** A caller of the control interface. */
final class Control {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;

    Control(Simulator simulator) {
        this.simulator = simulator;
    }

    Map<String, Object> get(String path) {
        return JSON.std.mapFrom(send("GET", path, "").body());
    }

    Map<String, Object> post(String path, Map<String, Object> body) {
        return JSON.std.mapFrom(send("POST", path, JSON.std.asString(body)).body());
    }

    HttpResponse<String> send(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(simulator.url().resolve(path))
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
