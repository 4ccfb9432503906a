package dev.seqrpay.simulator;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** The payer's phone by HTTP, for the command line and for tests: it scans, and pays or cancels, at a running simulator. */
public final class Phone {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI simulator;

    public Phone(URI simulator) {
        this.simulator = simulator;
    }

    /** What the phone says instead of doing as asked. */
    public static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message);
        }
    }

    /**
     * Scans and confirms.
     *
     * @param code the QR text, the seqr link, the bare reference, or a printed code
     * @return the invoice's status then
     */
    public String pay(String code, String pin) {
        String reference = scan(code);
        return text(post("/api/invoices/" + reference + "/pay", Map.of("pin", pin)), "status");
    }

    /** Scans and cancels. */
    public String cancel(String code) {
        String reference = scan(code);
        return text(post("/api/invoices/" + reference + "/cancel", Map.of()), "status");
    }

    private String scan(String code) {
        return text(post("/api/scan", Map.of("code", code)), "reference");
    }

    private static String text(Map<String, Object> answer, String name) {
        Object value = answer.get(name);
        if (value == null) throw new Failed("The simulator's answer has no " + name);
        return value.toString();
    }

    private Map<String, Object> post(String path, Map<String, Object> body) {
        HttpRequest request = HttpRequest.newBuilder(simulator.resolve(path))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(JSON.std.asBytes(body)))
                .build();
        HttpResponse<byte[]> answer = send(request);
        Map<String, Object> json = JSON.std.mapFrom(answer.body());
        if (answer.statusCode() != OK) throw new Failed(String.valueOf(json.get("error")));
        return json;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException unreachable) {
            throw new Failed("No simulator answers at " + simulator + ": is it running?");
        } catch (IOException e) {
            throw new Failed("The simulator at " + simulator + " did not answer: " + e.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted");
        }
    }
}
