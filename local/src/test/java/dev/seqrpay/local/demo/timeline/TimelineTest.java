package dev.seqrpay.local.demo.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String PAYMENT = "pay_a";

    private final Timeline timeline = new Timeline();

    @Test
    void saysWhoCalledWhatAndHowLongItTook() {
        http("Checkout", 300, "POST /checkout", 201, 300);
        seqr("Checkout", 250, "sendInvoice", null, 100);
        state("Checkout", 260, "CREATED", "ISSUED", "CHECKOUT");

        assertThat(entries())
                .extracting(entry -> entry.get("offset"), entry -> entry.get("from"), entry -> entry.get("to"))
                .containsExactly(
                        tuple(0.0, "webshop", "Checkout"),
                        tuple(150.0, "Checkout", "SEQR"),
                        tuple(260.0, "Checkout", "table"));
        assertThat(entries()).extracting(entry -> entry.get("took")).containsExactly(300.0, 100.0, 0.0);
        assertThat(entries()).extracting(entry -> entry.get("outcome")).containsExactly("201", "0", "CHECKOUT");
        assertThat(timeline.toJson().get(0)).containsEntry("payment", PAYMENT).containsEntry("state", "ISSUED");
    }

    @Test
    void knowsEachSideOfTheApiByItsRoutes() {
        assertThat(ApiSide.of("POST /checkout")).isEqualTo("webshop");
        assertThat(ApiSide.of("GET /payments/{id}")).isEqualTo("webshop");
        assertThat(ApiSide.of("POST /notifications/{id}/{token}")).isEqualTo("SEQR");
        assertThat(ApiSide.of("GET /pay/{id}/{token}/status")).isEqualTo("browser");
        assertThat(ApiSide.of("$default")).isEqualTo("browser");
    }

    @Test
    void foldsPollingBetweenChanges() {
        for (int second = 1; second <= 5; second++) poll(second * 1000);
        state("Notification", 5500, "ISSUED", "PAID", "NOTIFICATION");
        poll(6000);
        poll(7000);

        assertThat(entries()).extracting(entry -> entry.get("times")).containsExactly(5, 1, 2);
    }

    @Test
    void showsEachOfTwoEqualCallsAtOnce() {
        seqr("Notification", 10, "getPaymentStatus", "PAID", 5);
        seqr("Notification", 20, "getPaymentStatus", "PAID", 5);

        assertThat(entries()).extracting(entry -> entry.get("times")).containsExactly(1, 1);
    }

    @Test
    void tellsARefundFromAChangeOfTheState() {
        Map<String, Object> refund = Map.of("event", "payment", "from", "PAID", "to", "PAID", "refund", "SETTLED");
        log("RefundPayment", 10, refund);

        assertThat(entries()).extracting(entry -> entry.get("what")).containsExactly("refund SETTLED");
        assertThat(timeline.notificationToPaid(PAYMENT)).isEmpty();
    }

    @Test
    void measuresFromTheNotificationToTheTable() {
        assertThat(timeline.notificationToPaid(PAYMENT)).isEmpty();

        state("Notification", 90, "ISSUED", "PAID", "NOTIFICATION");
        http("Notification", 100, "POST /notifications/{id}/{token}", 204, 80);

        assertThat(timeline.notificationToPaid(PAYMENT)).hasValue(Duration.ofMillis(70));
    }

    @Test
    void writesLinesOfText() {
        http("Checkout", 300, "POST /checkout", 201, 300);
        seqr("Checkout", 250, "sendInvoice", null, 100);

        assertThat(timeline.toText(PAYMENT).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        " +0.000 s webshop → Checkout POST /checkout 300 ms 201",
                        " +0.150 s Checkout → SEQR sendInvoice 100 ms 0");
    }

    @Test
    void passesOverWhatIsNoneOfItsBusiness() {
        timeline.log("Sweep", "not JSON");
        timeline.log("Sweep", "{\"at\":\"2026-01-01T12:00:00Z\",\"event\":\"sweep\",\"payment\":\"pay_a\"}");
        timeline.log(
                "Assets", "{\"at\":\"2026-01-01T12:00:00Z\",\"event\":\"http\",\"route\":\"$default\",\"status\":404}");
        timeline.log("Status", "{\"at\":\"2026-01-01T12:00:00Z\",\"event\":\"http\",\"payment\":\"x\",\"status\":404}");

        assertThat(timeline.toJson()).isEmpty();
    }

    @Test
    void doesNotBeginWithAReadOfTheShop() {
        http("ReadPayment", 10, "GET /payments/{id}", 200, 5);
        assertThat(timeline.toJson()).isEmpty();

        http("CancelPayment", 20, "POST /payments/{id}/cancel", 200, 5);
        http("ReadPayment", 30, "GET /payments/{id}", 200, 5);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void forgetsTheOldestOfTooManyPayments() {
        for (int i = 0; i <= 100; i++) timeline.step("pay_" + i, "payer", "SEQR", "pays", NOON);

        List<Map<String, Object>> payments = timeline.toJson();
        assertThat(payments).hasSize(100);
        assertThat(payments.get(0)).containsEntry("payment", "pay_100");
        assertThat(payments.get(99)).containsEntry("payment", "pay_1");
    }

    private void poll(int millis) {
        http("PaymentStatus", millis, "GET /pay/{id}/{token}/status", 200, 10);
    }

    private void http(String function, int at, String route, int status, int ms) {
        log(function, at, Map.of("event", "http", "route", route, "status", status, "ms", ms));
    }

    private void seqr(String function, int at, String operation, String status, int ms) {
        Map<String, Object> line = new HashMap<>(Map.of("event", "seqr", "operation", operation, "code", 0, "ms", ms));
        if (status != null) line.put("status", status);
        log(function, at, line);
    }

    private void state(String function, int at, String from, String to, String cause) {
        log(function, at, Map.of("event", "payment", "from", from, "to", to, "cause", cause));
    }

    private void log(String function, int at, Map<String, Object> fields) {
        Map<String, Object> line = new HashMap<>(fields);
        line.put("at", NOON.plusMillis(at).toString());
        line.put("payment", PAYMENT);
        timeline.log(function, JSON.std.asString(line));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> entries() {
        return (List<Map<String, Object>>) timeline.toJson().get(0).get("entries");
    }
}
