package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.http.Json;
import dev.seqrpay.webhook.Delivery;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoint.Off;
import dev.seqrpay.webhook.WebhookEndpoint.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop's endpoints by its key: each call, each refusal. */
class WebhookOutcomesTest {
    private final Counter counter = new Counter();

    private Answer call(String event) {
        return counter.call(WebhooksHandler::new, event);
    }

    private Answer call(String event, String id) {
        return call(event, id, null);
    }

    private Answer call(String event, String id, Map<String, Object> body) {
        EventFile file = EventFile.of(event).with("pathParameters", Map.of("id", id));
        return counter.call(WebhooksHandler::new, body == null ? file : file.with("body", Json.write(body)));
    }

    private Answer create(Map<String, Object> body) {
        return counter.call(WebhooksHandler::new, EventFile.of("webhook-create").with("body", Json.write(body)));
    }

    private String created() {
        return (String)
                create(Map.of("url", "https://shop.example/hook")).json().get("id");
    }

    private void paid() {
        counter.issue();
        counter.capture();
        counter.call(PublishHandler::new, EventFile.of("publish"), null);
    }

    @Test
    void a_new_endpoint_shows_its_secret_once() {
        Answer answer = call("webhook-create");
        String id = (String) answer.json().get("id");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("location", "/webhooks/" + id);
        assertThat(answer.json())
                .containsEntry("url", "https://shop.example/hooks/seqr")
                .containsEntry("types", List.of("payment.paid.v1", "refund.settled.v1"))
                .containsEntry("enabled", true);
        assertThat((String) answer.json().get("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat((String) answer.json().get("publicKey")).matches("whpk_[A-Za-z0-9+/]{43}=");

        Map<String, Object> shown = new HashMap<>(answer.json());
        shown.remove("secret");
        assertThat(call("webhook", id).json()).isEqualTo(shown);
        assertThat(call("webhooks").json()).isEqualTo(Map.of("webhooks", List.of(shown)));
    }

    @Test
    void a_shop_has_five_endpoints_at_most() {
        for (int i = 0; i < 5; i++) created();
        Answer sixth = call("webhook-create");
        assertThat(sixth.status()).isEqualTo(409);
        assertThat(sixth.json()).containsEntry("title", "Too many endpoints");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://shop.example/hook         | url must begin with https://",
                "https://127.0.0.1/hook           | url must have a host name of the public internet",
                "https://localhost/hook           | url must have a host name of the public internet",
                "https://2130706433/              | url must have a host name of the public internet",
                "https://[::1]/                   | url must have a host name of the public internet",
                "https://db.internal/             | url must have a host name of the public internet",
                "https://a:b@shop.example/        | url must have no user in it",
                "https://shop.example/#a          | url must have no fragment",
                "ftp://shop.example/              | url must begin with https://",
                "shop.example                     | url must begin with https://",
                "https:///hook                    | url must",
                "https://shop.example/a b         | url must be a URL of at most 500 ASCII characters"
            })
    void an_address_that_can_never_be_called_is_refused_when_it_is_written(String url, String detail) {
        Answer answer = create(Map.of("url", url));
        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.json().get("detail")).startsWith(detail);
    }

    @Test
    void an_unknown_type_is_refused_with_those_that_there_are() {
        Answer answer = create(Map.of("url", "https://shop.example/", "types", List.of("payment.paid")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.json().get("detail"))
                .startsWith("types must be a list of some of payment.acknowledgment_required.v1")
                .contains("payment.cancelled.v1", "payment.paid.v1", "refund.unknown.v1", "webhook.ping.v1");
    }

    @Test
    void what_is_changed_is_what_was_named() {
        String id = created();
        assertThat(call("webhook-change", id, Map.of("enabled", false)).json())
                .containsEntry("enabled", false)
                .containsEntry("disabledBecause", "BY_SHOP")
                .containsEntry("url", "https://shop.example/hook");
        assertThat(call("webhook-change", id, Map.of("url", "https://shop.example/other", "enabled", true))
                        .json())
                .containsEntry("enabled", true)
                .containsEntry("url", "https://shop.example/other");
        assertThat(call("webhook-change", id, Map.of("types", List.of("payment.paid.v1")))
                        .json())
                .containsEntry("types", List.of("payment.paid.v1"))
                .containsEntry("url", "https://shop.example/other");
        assertThat(call("webhook-change", id, Map.of("enabled", "yes")).status())
                .isEqualTo(400);
    }

    @Test
    void a_new_secret_is_shown_with_the_time_until_which_the_old_one_signs_too() {
        Answer made = create(Map.of("url", "https://shop.example/hook"));
        Answer renewed = call("webhook-secret", (String) made.json().get("id"));

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.json().get("secret")).isNotEqualTo(made.json().get("secret"));
        assertThat(renewed.json()).containsEntry("formerSecretUntil", "2026-11-23T12:00:00Z");
    }

    @Test
    void a_removed_endpoint_is_gone() {
        String id = created();
        assertThat(call("webhook-remove", id).status()).isEqualTo(204);
        assertThat(call("webhook", id).status()).isEqualTo(404);
        assertThat(call("webhook-remove", id).status()).isEqualTo(404);
    }

    @Test
    void another_shops_endpoint_is_not_found_by_any_call() {
        String other = created().replace("demoshop", "other");
        counter.endpoints.put(WebhookEndpoint.created(
                other, new Target(URI.create("https://other.example/hook"), Set.of()), 1, counter.instant()));
        for (String event : List.of(
                "webhook",
                "webhook-change",
                "webhook-remove",
                "webhook-secret",
                "webhook-ping",
                "webhook-resend",
                "webhook-deliveries"))
            assertThat(call(event, other).status()).as(event).isEqualTo(404);
    }

    @Test
    void an_event_goes_to_the_endpoints_that_want_it() {
        String all = created();
        String refunds = (String) create(Map.of("url", "https://shop.example/", "types", List.of("refund.settled.v1")))
                .json()
                .get("id");
        String off = created();
        call("webhook-change", off, Map.of("enabled", false));
        paid();

        assertThat(counter.feed.deliveries()).containsExactly(new DeliveryName(all, 1));
        assertThat(counter.queued).containsExactly(new DeliveryName(all, 1));
        assertThat(refunds).isNotEqualTo(all);
    }

    @Test
    void a_ping_goes_to_the_one_endpoint() {
        created();
        String id = created();
        Answer answer = call("webhook-ping", id);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(counter.queued).containsExactly(new DeliveryName(id, 1));
        assertThat(counter.feed.at("demoshop", 1).orElseThrow().body())
                .isEqualTo(
                        "{\"type\":\"webhook.ping.v1\",\"timestamp\":\"2026-11-22T12:00:00Z\",\"data\":{\"endpoint\":\""
                                + id + "\"}}");
    }

    @Test
    void one_event_is_delivered_again_or_all_since_a_time() {
        paid();
        String id = created();
        String event = counter.feed.at("demoshop", 1).orElseThrow().id();

        assertThat(call("webhook-resend", id, Map.of("event", event)).json()).containsEntry("resent", 1);
        assertThat(call("webhook-resend", id, Map.of("since", "2026-11-22T11:00:00Z"))
                        .json())
                .isEqualTo(Map.of("resent", 1, "more", false, "next", "cur_demoshop_1"));
        assertThat(call("webhook-resend", id, Map.of("since", "2026-11-22T13:00:00Z"))
                        .json())
                .containsEntry("resent", 0);
        assertThat(counter.queued).containsExactly(new DeliveryName(id, 1), new DeliveryName(id, 1));
        Map<String, Object> delivery = DeployedTemplate.<List<Map<String, Object>>>at(
                        call("webhook-deliveries", id).json(), "deliveries")
                .get(0);
        assertThat(delivery)
                .isEqualTo(Map.of("event", event, "type", "payment.paid.v1", "state", "PENDING", "tries", 0));
    }

    @Test
    void what_to_send_again_must_be_said_in_one_way() {
        String id = created();
        List<Map<String, Object>> bodies = new ArrayList<>(List.of(
                Map.of(),
                Map.of("event", "evt_1_a", "since", "2026-11-22T11:00:00Z"),
                Map.of("event", "one"),
                Map.of("after", "cur_other_1"),
                Map.of("since", "yesterday")));
        for (Map<String, Object> body : bodies)
            assertThat(call("webhook-resend", id, body).status())
                    .as(body.toString())
                    .isEqualTo(400);
        assertThat(call("webhook-resend", id, Map.of("event", "evt_9_a")).status())
                .isEqualTo(404);
        call("webhook-change", id, Map.of("enabled", false));
        assertThat(call("webhook-resend", id, Map.of("since", "2026-11-22T11:00:00Z"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_delivery_is_made_and_its_owner_is_told_when_it_was_the_last() {
        String id = created();
        String other = created();
        paid();
        counter.deliveries.renew(counter.feed.at("demoshop", 1).orElseThrow(), id, counter.instant());
        counter.answers(410);
        EventFile message = EventFile.of("deliver");
        List<Map<String, Object>> records = DeployedTemplate.at(message.json(), "Records");
        records.get(0).put("body", id + " 1");
        counter.call(DeliverHandler::new, message, null);

        assertThat(counter.deliveries.of(id, Long.MAX_VALUE, 9))
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.FAILED);
        assertThat(counter.endpoints.find(id).orElseThrow().health().off()).isEqualTo(Off.GONE);
        assertThat(counter.feed.at("demoshop", 2).orElseThrow().type()).isEqualTo("webhook.disabled.v1");
        assertThat(counter.queued).contains(new DeliveryName(other, 2)).doesNotContain(new DeliveryName(id, 2));
        assertThat(counter.lines)
                .anyMatch(line -> "endpointOff".equals(line.get("event")) && line.containsKey("WebhookEndpointOff"))
                .anyMatch(line -> "delivery".equals(line.get("event")) && line.containsKey("WebhookFailed"));
        List<Map<String, Object>> shown =
                DeployedTemplate.at(call("webhook-deliveries", id).json(), "deliveries");
        assertThat(shown.get(0))
                .containsEntry("httpStatus", 410)
                .containsEntry("error", "HTTP 410")
                .containsEntry("triedAt", "2026-11-22T12:00:00Z")
                .doesNotContainKey("nextAt");
        assertThat(call("webhook", id).json()).containsEntry("createdAt", "2026-11-22T12:00:00Z");
    }

    @Test
    void a_delivery_that_fails_says_when_it_is_tried_again() {
        String id = created();
        paid();
        counter.deliveries.renew(counter.feed.at("demoshop", 1).orElseThrow(), id, counter.instant());
        counter.answers(500);
        EventFile message = EventFile.of("deliver");
        List<Map<String, Object>> records = DeployedTemplate.at(message.json(), "Records");
        records.get(0).put("body", id + " 1");
        counter.call(DeliverHandler::new, message, null);

        List<Map<String, Object>> shown =
                DeployedTemplate.at(call("webhook-deliveries", id).json(), "deliveries");
        assertThat(shown.get(0)).containsEntry("nextAt", "2026-11-22T12:00:05Z");
        assertThat(call("webhook", id).json()).containsEntry("failingSince", "2026-11-22T12:00:00Z");
        counter.lines.clear();
        counter.answers(200);
        counter.pass(Duration.ofSeconds(5));
        counter.call(DeliverHandler::new, message, null);
        assertThat(counter.lines).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("state", "DELIVERED")
                .doesNotContainKey("WebhookFailed"));
    }

    @Test
    void a_message_that_names_no_delivery_is_logged_and_does_not_come_again() {
        EventFile message = EventFile.of("deliver");
        List<Map<String, Object>> records = DeployedTemplate.at(message.json(), "Records");
        records.get(0).put("body", "nonsense");

        assertThat(counter.call(DeliverHandler::new, message, null)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(counter.lines).anyMatch(line -> "error".equals(line.get("event")));
    }
}
