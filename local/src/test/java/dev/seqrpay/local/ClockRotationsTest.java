package dev.seqrpay.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.simulator.Phone;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** Keys that take over at an hour, secrets that end with a day, and the nights when clocks change, in seconds. */
@Execution(ExecutionMode.CONCURRENT)
class ClockRotationsTest {
    private static final Project PROJECT = Project.find();
    /** Of the demo shop. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final HttpClient client = HttpClient.newHttpClient();
    private Runner runner;

    @BeforeEach
    void start() {
        runner = Runner.start(PROJECT, Data.inMemory(PROJECT), Optional.empty(), PortNumbers.FREE, System.err);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private String send(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("authorization", "Bearer " + runner.secretKey())
                .header("content-type", "application/json")
                .header("accept-language", "sv-SE")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body();
    }

    private Map<String, Object> api(String method, String path, String body) throws Exception {
        return JSON.std.mapFrom(send(method, runner.apiUrl() + path, body));
    }

    private void move(Duration ahead) throws Exception {
        send("POST", runner.shopUrl() + "/clock", ahead.toString());
    }

    private void moveTo(Instant then) throws Exception {
        Instant now = Instant.parse((String)
                JSON.std.mapFrom(send("GET", runner.shopUrl() + "/clock", "")).get("now"));
        move(Duration.between(now, then));
    }

    private ShopPayment buy() throws Exception {
        return runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
    }

    private void pay(ShopPayment payment) {
        new Phone(runner.simulator().orElseThrow().url()).pay(payment.qrCode(), "1234");
        Await.until(() -> status(payment).equals("PAID"));
    }

    private String status(ShopPayment payment) {
        try {
            return (String) api("GET", "/payments/" + payment.id(), "").get("status");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_new_key_takes_over_at_its_hour_and_what_the_old_one_has_named_stays() throws Exception {
        String arn = runner.stack().environment("Checkout").get("TOKEN_KEY_ARN");
        Map<String, Object> first =
                Map.of("number", 1, "key", runner.stack().secrets().get(arn), "from", Instant.EPOCH.toString());
        Map<String, Object> second = Map.of(
                "number",
                2,
                "key",
                "another-key-of-at-least-forty-characters-42",
                "from",
                Instant.now().plus(Duration.ofHours(1)).toString());
        runner.stack().secrets().put(arn, JSON.std.asString(Map.of("keys", List.of(first, second))));
        move(Duration.ofMinutes(2)); // functions keep a secret for a minute
        ShopPayment before = buy();
        assertThat(before.id()).hasSize("pay_".length() + 26);

        move(Duration.ofHours(1));
        ShopPayment after = buy();
        assertThat(after.id()).startsWith("pay_2").hasSize("pay_2".length() + 26);

        assertThat(send("GET", before.link("receipt"), "")).contains("<main");
        pay(after);
    }

    @Test
    void both_secrets_of_an_endpoint_sign_for_a_day() throws Exception {
        BlockingQueue<String> signatures = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            signatures.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            Map<String, Object> made = api("POST", "/webhooks", "{\"url\":\"" + url + "\"}");
            String endpoint = "/webhooks/" + made.get("id");
            assertThat(secretsThatSign(endpoint, signatures)).isEqualTo(1);

            assertThat(api("POST", endpoint + "/secret", "").get("secret")).isNotEqualTo(made.get("secret"));
            assertThat(secretsThatSign(endpoint, signatures)).isEqualTo(2);
            move(Duration.ofHours(23));
            assertThat(secretsThatSign(endpoint, signatures)).isEqualTo(2);
            move(Duration.ofHours(2));
            assertThat(secretsThatSign(endpoint, signatures)).isEqualTo(1);
        } finally {
            receiver.stop(0);
        }
    }

    private long secretsThatSign(String endpoint, BlockingQueue<String> signatures) throws Exception {
        api("POST", endpoint + "/ping", "");
        return List.of(signatures.take().split(" ")).stream()
                .filter(signature -> signature.startsWith("v1,"))
                .count();
    }

    /** At 01:00 UTC the clocks of Europe change (directive 2000/84/EC): a term is as long, and a receipt has the time of then. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void a_payment_of_the_night_when_the_clocks_change_lives_as_long_as_any(int month) throws Exception {
        Instant change = nextChange(month);
        moveTo(change.minus(Duration.ofMinutes(5)));
        ShopPayment first = buy();
        ShopPayment second = buy();
        assertThat(Duration.between(change, first.expiresAt()))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        pay(first);
        moveTo(change.plus(Duration.ofMinutes(5)));
        assertThat(status(second)).isEqualTo("ISSUED");
        pay(second);
        ShopPayment third = buy();
        move(Duration.ofMinutes(16));
        assertThat(status(third)).isEqualTo("CANCELED");

        assertThat(receiptHour(first)).isEqualTo(hour(change.minusSeconds(1)));
        assertThat(receiptHour(second)).isEqualTo(hour(change));
        List<?> listed = (List<?>) api("GET", "/payments?limit=3", "").get("payments");
        assertThat(listed.stream()
                        .map(payment -> (String) ((Map<?, ?>) payment).get("id"))
                        .toList())
                .containsExactly(third.id(), second.id(), first.id());
    }

    private static Instant nextChange(int month) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate night = LocalDate.of(today.getYear(), month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        if (!night.isAfter(today.plusDays(1)))
            night = LocalDate.of(today.getYear() + 1, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        return night.atTime(1, 0).toInstant(ZoneOffset.UTC);
    }

    /** As Swedish receipts write it: {@code 01:55 CET}. */
    private String receiptHour(ShopPayment payment) throws Exception {
        String receipt = send("GET", payment.link("receipt"), "");
        assertThat(receipt).containsPattern("[0-9]{2}:[0-9]{2} CES?T");
        return receipt.replaceFirst("(?s).*?([0-9]{2}):[0-9]{2} (CES?T).*", "$1 $2");
    }

    private static String hour(Instant at) {
        var there = at.atZone(ZONE);
        return "%02d %s".formatted(there.getHour(), there.getOffset().getTotalSeconds() == 3600 ? "CET" : "CEST");
    }
}
