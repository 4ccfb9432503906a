package dev.seqrpay.e2e.crash;

import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** SEQR in a process of its own, which outlives the processes that talk to it. */
final class SimulatorProcess implements AutoCloseable {
    private static final String PIN = "1234";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ChildProcess process = ChildProcess.start(SimulatorProcess.class);
    private final URI url = URI.create(process.read());

    SeqrAccount account() {
        SimulatorOptions options = SimulatorOptions.standard();
        return new SeqrAccount(
                (String) get("/api/about").get("soapUrl"), options.terminalId(), options.terminalPassword());
    }

    void turn(String name, Object value) {
        send(HttpRequest.newBuilder(url.resolve("/api/switches"))
                .PUT(BodyPublishers.ofString(JSON.std.asString(Map.of(name, value)))));
    }

    void pay(String reference) {
        new Phone(url).pay(reference, PIN);
    }

    /** The shop may have cancelled it a moment before. */
    void tryToPay(String reference) {
        try {
            pay(reference);
        } catch (Phone.Failed refused) {
            // the payer puts the phone away
        }
    }

    String notificationUrl(String reference) {
        return (String) get("/api/invoices/" + reference).get("notificationUrl");
    }

    /** All of them, the newest first. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> invoices() {
        return (List<Map<String, Object>>) get("/api/invoices/all").get("invoices");
    }

    private Map<String, Object> get(String path) {
        return send(HttpRequest.newBuilder(url.resolve(path)));
    }

    private Map<String, Object> send(HttpRequest.Builder request) {
        try {
            return JSON.std.mapFrom(
                    http.send(request.build(), BodyHandlers.ofByteArray()).body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    /** The process itself: prints where it is, and ends when its input does. */
    public static void main(String[] nothing) throws IOException {
        System.out.println(Simulator.start(SimulatorOptions.standard()).url());
        System.in.readAllBytes();
        Runtime.getRuntime().halt(0);
    }
}
