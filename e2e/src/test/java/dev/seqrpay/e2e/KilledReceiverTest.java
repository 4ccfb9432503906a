package dev.seqrpay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.simulator.Phone;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/**
 * A shop's server that is killed again and again while its payments end, now before and now after it has kept what it was told:
 * every event arrives, and {@code seq} puts those of a payment in order. With {@code -Dlong=} a thousand payments end while it
 * is killed a hundred times.
 */
class KilledReceiverTest {
    private static final boolean IS_LONG = "".equals(System.getProperty("long"));
    private static final int PAYMENTS = IS_LONG ? 1000 : 24;
    private static final int PAYMENTS_PER_KILL = IS_LONG ? 10 : 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(1);
    private final Map<String, Set<Integer>> kept = new ConcurrentHashMap<>();
    private Runner runner;
    private int port;
    private volatile HttpServer server;
    private volatile boolean forgets;

    @BeforeEach
    void start() throws Exception {
        Project project = Project.find();
        runner = Runner.start(
                project,
                Data.inMemory(project),
                Optional.empty(),
                PortNumbers.FREE,
                new PrintStream(OutputStream.nullOutputStream()));
        listen();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        runner.close();
    }

    /** On the port that it had before. */
    private void listen() throws IOException {
        HttpServer next = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        next.setExecutor(Executors.newCachedThreadPool());
        next.createContext("/", this::receive);
        next.start();
        port = next.getAddress().getPort();
        server = next;
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, Object> event = JSON.std.mapFrom(exchange.getRequestBody().readAllBytes());
        // killed before it could keep it: nothing is answered either
        if (forgets) return;
        Map<?, ?> data = (Map<?, ?>) event.get("data");
        kept.computeIfAbsent((String) data.get("id"), none -> new ConcurrentSkipListSet<>())
                .add((Integer) data.get("seq"));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void kill() throws IOException {
        forgets = random.nextBoolean();
        server.stop(0);
        listen();
        forgets = false;
    }

    private Map<String, Object> api(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(runner.apiUrl() + path))
                .header("authorization", "Bearer " + runner.secretKey())
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return JSON.std.mapFrom(http.send(request, BodyHandlers.ofString()).body());
    }

    private void moveClock(Duration ahead) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(runner.shopUrl() + "/clock"))
                    .POST(BodyPublishers.ofString(ahead.toString()))
                    .build();
            http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void every_event_arrives_and_can_be_put_in_order() throws Exception {
        api("POST", "/webhooks", "{\"url\":\"http://127.0.0.1:" + port + "/hook\"}");
        Phone phone = new Phone(runner.simulator().orElseThrow().url());
        for (int number = 1; number <= PAYMENTS; number++) {
            ShopPayment payment = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
            if (number % 2 == 0) api("POST", "/payments/" + payment.id() + "/cancel", "");
            else phone.pay(payment.qrCode(), "1234");
            if (number % PAYMENTS_PER_KILL == 0) kill();
        }
        Await.until(() -> told().size() == PAYMENTS);

        Await.until(() -> {
            moveClock(Duration.ofMinutes(7));
            return kept.size() == PAYMENTS;
        });
        assertThat(kept).isEqualTo(told());
    }

    /** By the feed: the versions of each payment of which its shop was to be told. */
    private Map<String, Set<Integer>> told() {
        Map<String, Set<Integer>> told = new ConcurrentHashMap<>();
        for (Map<?, ?> event : feed()) {
            Map<?, ?> data = (Map<?, ?>) event.get("data");
            told.computeIfAbsent((String) data.get("id"), none -> new TreeSet<>())
                    .add((Integer) data.get("seq"));
        }
        return told;
    }

    private List<Map<?, ?>> feed() {
        try {
            List<Map<?, ?>> all = new ArrayList<>();
            Map<String, Object> page = api("GET", "/events?limit=100", "");
            while (true) {
                ((List<?>) page.get("events")).forEach(event -> all.add((Map<?, ?>) event));
                if (!Boolean.TRUE.equals(page.get("more"))) return all;
                page = api("GET", "/events?limit=100&after=" + page.get("next"), "");
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
