package dev.seqrpay.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.jr.ob.JSON;

/** What takes minutes or days, with the real handlers, on a clock that is moved. */
@Execution(ExecutionMode.CONCURRENT)
class ClockTest {
    private static final Project PROJECT = Project.find();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Runner runner;

    @BeforeEach
    void start() {
        runner = Runner.start(PROJECT, Data.inFolder(PROJECT, folder), Optional.empty(), PortNumbers.FREE, System.err);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private HttpResponse<String> send(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("authorization", "Bearer " + runner.secretKey())
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private Map<String, Object> api(String method, String path, String body) throws Exception {
        return JSON.std.mapFrom(send(method, runner.apiUrl() + path, body).body());
    }

    private Instant move(Duration ahead) throws Exception {
        HttpResponse<String> answer = send("POST", runner.shopUrl() + "/clock", ahead.toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return now(answer);
    }

    private static Instant now(HttpResponse<String> answer) {
        return Instant.parse((String) JSON.std.mapFrom(answer.body()).get("now"));
    }

    @Test
    void a_payment_expires_in_no_time() throws Exception {
        ShopPayment payment = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        move(Duration.ofMinutes(16));

        Map<String, Object> read = api("GET", "/payments/" + payment.id(), "");
        assertThat(read).containsEntry("status", "CANCELED").containsEntry("reason", "EXPIRED");
        assertThat(api("GET", "/events?wait=20", "").toString()).contains("payment.cancelled.v1", payment.id());
    }

    /** No server listens at port 1. */
    @Test
    void three_days_of_retries_pass_in_seconds() throws Exception {
        String id = (String) api("POST", "/webhooks", "{\"url\":\"http://127.0.0.1:1/hook\"}")
                .get("id");
        api("POST", "/webhooks/" + id + "/ping", "");
        for (int tries = 1; tries < 9; tries++) {
            awaitTries(id, tries);
            move(Duration.ofHours(25));
            if (delivery(id).get("state").equals("FAILED")) break;
        }
        Await.until(() -> delivery(id).get("state").equals("FAILED"));

        assertThat(api("GET", "/webhooks/" + id, ""))
                .containsEntry("enabled", false)
                .containsEntry("disabledBecause", "FAILING");
        assertThat(api("GET", "/events", "").toString()).contains("webhook.disabled.v1");
    }

    private void awaitTries(String id, int tries) {
        Await.until(() -> (int) delivery(id).get("tries") >= tries);
    }

    private Map<String, Object> delivery(String id) {
        try {
            List<?> deliveries =
                    (List<?>) api("GET", "/webhooks/" + id + "/deliveries", "").get("deliveries");
            Map<?, ?> latest = (Map<?, ?>) deliveries.get(deliveries.size() - 1);
            return Map.of("tries", latest.get("tries"), "state", latest.get("state"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void it_stays_ahead_at_the_next_start_and_never_goes_back() throws Exception {
        Instant moved = move(Duration.ofDays(3));
        assertThat(moved).isAfter(Instant.now().plus(Duration.ofDays(3).minusMinutes(5)));
        for (String wrong : List.of("-PT1S", "tomorrow", "", "P400000000D"))
            assertThat(send("POST", runner.shopUrl() + "/clock", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        runner.close();

        start();
        assertThat(now(send("GET", runner.shopUrl() + "/clock", ""))).isAfterOrEqualTo(moved);
    }

    @Test
    void pages_of_other_sites_cannot_move_it() throws Exception {
        HttpRequest foreign = HttpRequest.newBuilder(URI.create(runner.shopUrl() + "/clock"))
                .header("origin", "https://evil.example")
                .POST(BodyPublishers.ofString("P1D"))
                .build();
        assertThat(client.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
}
