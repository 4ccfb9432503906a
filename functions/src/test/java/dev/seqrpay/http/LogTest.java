package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.OrderJson;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.SampleStandings;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.payment.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.jr.ob.JSON;

public class LogTest {
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Invoice INVOICE =
            CheckoutBody.read(OrderJson.good(), CheckoutBodyTest.SHOP).invoice();

    private final List<String> lines = new ArrayList<>();
    private final Log log = new Log(lines::add, InstantSource.fixed(NOW));

    @Test
    void a_change_is_one_line_without_what_is_not_known() {
        log.change(new Change(null, payment(State.CREATED, null), Cause.CHECKOUT, null, null, null));

        assertThat(line())
                .isEqualTo(Map.of(
                        "at", NOW.toString(),
                        "event", "payment",
                        "payment", "pay_a",
                        "to", "CREATED",
                        "cause", "CHECKOUT",
                        "version", 2));
    }

    @Test
    void what_was_overdue_is_told_and_that_nothing_was_is_not() {
        log.overdue(0, 0);
        assertThat(lines).isEmpty();

        log.overdue(1, 1);
        assertThat(line()).containsEntry("published", 1).containsEntry("queued", 1);
    }

    @Test
    void what_cannot_be_a_payment_is_not_repeated() {
        Map<String, String> path = Map.of("id", "sk_test_demoshop-1_" + "0123456789abcdef".repeat(4));
        Request request =
                new Request("GET /payments/{id}", "GET", "/", path, Map.of(), Map.of(), "api", "req-1", new byte[0]);

        log.http(request, Response.empty(404), 0);

        assertThat(line()).doesNotContainKey("payment");
    }

    @Test
    void a_checkout_names_the_payment_that_it_made() {
        Request request = new Request(
                "POST /checkout", "POST", "/checkout", Map.of(), Map.of(), Map.of(), "api", "req-1", new byte[0]);

        log.http(request, Response.empty(201).with("location", "/payments/pay_a"), 1_500_000);

        assertThat(line())
                .isEqualTo(Map.of(
                        "at",
                        NOW.toString(),
                        "event",
                        "http",
                        "payment",
                        "pay_a",
                        "request",
                        "req-1",
                        "route",
                        "POST /checkout",
                        "status",
                        201,
                        "ms",
                        1));
    }

    @Test
    void a_payment_in_review_sets_off_the_alarm_that_the_template_has() {
        log.change(new Change(State.ISSUED, payment(State.REVIEW, Reason.MISMATCH), Cause.POLL, 0, null, null));

        Map<String, Object> line = line();
        Map<String, Object> alarm = new DeployedTemplate().at("Resources", "PaymentInReview", "Properties");
        String metric = (String) alarm.get("MetricName");
        assertThat(line).containsEntry(metric, 1).containsEntry("reason", "MISMATCH");
        assertThat(DeployedTemplate.<Object>at(line, "_aws", "Timestamp")).isEqualTo(NOW.toEpochMilli());
        assertThat(DeployedTemplate.<List<?>>at(line, "_aws", "CloudWatchMetrics"))
                .isEqualTo(List.of(Map.of(
                        "Namespace", alarm.get("Namespace"),
                        "Dimensions", List.of(List.of()),
                        "Metrics", List.of(Map.of("Name", metric, "Unit", "Count")))));
    }

    @ParameterizedTest
    @EnumSource(Refund.State.class)
    void only_a_refund_with_an_unknown_outcome_sets_off_the_alarm(Refund.State state) {
        Refund refund = new Refund("ref_a", "pay_a", INVOICE.total(), state, null, null, NOW);
        log.change(new Change(State.PAID, payment(State.PAID, null), Cause.REFUND, null, null, refund));

        assertThat(line()).containsEntry("refund", state.name());
        assertThat(line().containsKey("NeedsReview")).isEqualTo(state == Refund.State.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "REVIEW")
    void no_other_state_sets_off_the_alarm(State state) {
        log.change(new Change(State.ISSUED, payment(state, null), Cause.SWEEP, 0, Duration.ZERO, null));
        assertThat(line()).doesNotContainKeys("NeedsReview", "_aws");
    }

    @Test
    void a_call_to_seqr_tells_its_result_and_how_long_it_took() {
        log.seqr("getPaymentStatus", payment(State.ISSUED, null), 0, "PAID", Duration.ofMillis(60));
        log.seqr("sendInvoice", null, null, null, Duration.ofSeconds(8));

        assertThat(JSON.std.mapFrom(lines.get(0)))
                .containsEntry("operation", "getPaymentStatus")
                .containsEntry("code", 0)
                .containsEntry("status", "PAID")
                .containsEntry("ms", 60);
        assertThat(JSON.std.mapFrom(lines.get(1))).containsOnlyKeys("at", "event", "operation", "ms");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"WATCH", "SWEEP", "NOTIFICATION"})
    void what_seqr_gave_no_usable_answer_to_counts_for_the_alarm_that_the_template_has(Cause cause) {
        log.unanswered(cause).accept("pay_a", SeqrException.answered("getPaymentStatus", 94));

        Map<String, Object> line = line();
        Map<String, Object> alarm = new DeployedTemplate().at("Resources", "SeqrUnanswered", "Properties");
        assertThat(line)
                .containsEntry("event", "unanswered")
                .containsEntry("payment", "pay_a")
                .containsEntry("cause", cause.name())
                .containsEntry("code", 94)
                .containsEntry((String) alarm.get("MetricName"), 1);
        assertThat(DeployedTemplate.<List<?>>at(line, "_aws", "CloudWatchMetrics"))
                .isEqualTo(List.of(Map.of(
                        "Namespace", alarm.get("Namespace"),
                        "Dimensions", List.of(List.of()),
                        "Metrics", List.of(Map.of("Name", alarm.get("MetricName"), "Unit", "Count")))));
    }

    @Test
    void a_table_that_gave_no_answer_is_an_error() {
        log.unanswered(Cause.WATCH).accept("pay_a", new StoreUnavailable(new IllegalStateException("throttled")));

        assertThat(line()).containsEntry("event", "error").doesNotContainKey("_aws");
    }

    @Test
    void an_error_with_its_trace_is_still_one_line() {
        log.error("pay_a", new IllegalStateException("two\nlines"));

        assertThat(lines.get(0)).doesNotContain("\n");
        assertThat((String) line().get("trace")).contains("two\nlines", "LogTest");
    }

    @Test
    void a_sweep_tells_what_it_did() {
        log.sweep(new Sweep.Result(7, 1), Duration.ofMillis(1234));
        assertThat(line()).containsEntry("looked", 7).containsEntry("failed", 1).containsEntry("ms", 1234);
    }

    private Map<String, Object> line() {
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).doesNotContain("null");
        return JSON.std.mapFrom(lines.get(0));
    }

    public static Payment payment(State state, Reason reason) {
        Standing standing = SampleStandings.in(state, reason, NOW, INVOICE.total());
        return new Payment(new Purchase("pay_a", "demoshop", "terminal", INVOICE, NOW, NOW), 2, NOW, standing);
    }
}
