package dev.seqrpay.http;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.Sweep;
import dev.seqrpay.reconciliation.Reconciliation;
import dev.seqrpay.webhook.Delivery;
import dev.seqrpay.webhook.WebhookEndpoint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line, to standard output, which Lambda hands to CloudWatch Logs. Paths, bodies, keys and tokens are never
 * in it. A change that a person has to look at carries the metric {@code NeedsReview}, a question of the watch, the sweep or a
 * notification that SEQR gave no usable answer to {@code SeqrUnanswered} (CloudWatch's embedded metric format).
 */
public final class Log {
    private final Consumer<String> out;
    private final InstantSource clock;

    public Log(Consumer<String> out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    void http(Request request, Response response, long nanos) {
        Map<String, Object> line = line("http", payment(request, response));
        line.put("route", request.route().isEmpty() ? null : request.route());
        line.put("status", response.status());
        line.put("request", request.requestId().isEmpty() ? null : request.requestId());
        line.put("ms", nanos / 1_000_000);
        write(line);
    }

    /** A checkout is about a payment that only its answer names. */
    private static @Nullable String payment(Request request, Response response) {
        String made = response.headers().getOrDefault("location", "");
        return made.startsWith("/payments/") ? made.substring("/payments/".length()) : request.idToLog();
    }

    public void seqr(
            String operation,
            @Nullable Payment payment,
            @Nullable Integer code,
            @Nullable String status,
            Duration took) {
        Map<String, Object> line = line("seqr", payment == null ? null : payment.id());
        line.put("operation", operation);
        line.put("code", code);
        line.put("status", status);
        line.put("ms", took.toMillis());
        write(line);
    }

    public void change(Change change) {
        Payment payment = change.payment();
        Map<String, Object> line = line("payment", payment.id());
        line.put("from", change.from());
        line.put("to", payment.state());
        line.put("reason", payment.reason());
        line.put("cause", change.cause());
        line.put("version", payment.version());
        line.put("reference", payment.reference());
        Refund refund = change.refund();
        if (refund != null) line.put("refund", refund.state());
        if (payment.state() == State.REVIEW || refund != null && refund.state() == Refund.State.UNKNOWN)
            count(line, "NeedsReview");
        write(line);
    }

    /** Sockets that were greeted, and those that were told of a change. */
    public void push(Payment payment, int greeted, int told) {
        Map<String, Object> line = line("push", payment.id());
        line.put("version", payment.version());
        line.put("greeted", greeted);
        line.put("told", told);
        write(line);
    }

    /** A try to deliver an event; a receiver's address may hold a secret of its own, so it is not logged. */
    public void delivery(Delivery delivery) {
        Map<String, Object> line = line("delivery", null);
        line.put("endpoint", delivery.name().endpointId());
        line.put("id", delivery.eventId());
        line.put("type", delivery.type());
        line.put("tries", delivery.tries());
        line.put("state", delivery.state());
        line.put("status", delivery.status());
        line.put("reason", delivery.error());
        if (delivery.state() != Delivery.State.DELIVERED) count(line, "WebhookFailed");
        write(line);
    }

    public void endpointOff(WebhookEndpoint endpoint, WebhookEndpoint.Off why) {
        Map<String, Object> line = line("endpointOff", null);
        line.put("endpoint", endpoint.id());
        line.put("reason", why);
        count(line, "WebhookEndpointOff");
        write(line);
    }

    /** What a run of the publisher's schedule found that should have been done before. */
    public void overdue(int published, int queued) {
        if (published + queued == 0) return;
        Map<String, Object> line = line("overdue", null);
        line.put("published", published);
        line.put("queued", queued);
        write(line);
    }

    /** A shop that the daily doctor has examined; an alarm counts those that are not well. */
    public void examined(String merchantId, List<String> wrong) {
        Map<String, Object> line = line("examined", null);
        line.put("shop", merchantId);
        line.put("wrong", wrong);
        if (!wrong.isEmpty()) count(line, "ShopUnwell");
        write(line);
    }

    /** A shop whose old payments have lost their personal data. */
    public void erased(String merchantId, int payments) {
        Map<String, Object> line = line("erased", null);
        line.put("shop", merchantId);
        line.put("payments", payments);
        write(line);
    }

    /** A shop's reconciliation that has come to its end; an alarm counts those that somebody has to look at. */
    public void reconciled(Reconciliation reconciliation) {
        Map<String, Object> line = line("reconciled", null);
        line.put("shop", reconciliation.merchantId());
        line.put("number", reconciliation.number());
        line.put("day", reconciliation.day().toString());
        line.put("state", reconciliation.state());
        line.put("problem", reconciliation.problem());
        Reconciliation.Outcome outcome = reconciliation.outcome();
        if (outcome != null) {
            line.put("agreed", outcome.agreed());
            line.put("differences", outcome.differences());
        }
        if (reconciliation.isAlarming()) count(line, "ReconciliationDiffers");
        write(line);
    }

    public void sweep(Sweep.Result result, Duration took) {
        Map<String, Object> line = line("sweep", null);
        line.put("looked", result.looked());
        line.put("failed", result.failed());
        line.put("ms", took.toMillis());
        write(line);
    }

    /**
     * Hears of what a function that works by itself could not do and will try again. What SEQR gave no usable answer to is a
     * line that counts in a metric; anything else is an error.
     */
    public BiConsumer<String, RuntimeException> unanswered(Cause by) {
        return (paymentId, failure) -> {
            if (failure instanceof SeqrException atSeqr) unanswered(by, paymentId, atSeqr);
            else error(paymentId, failure);
        };
    }

    private void unanswered(Cause by, String paymentId, SeqrException failure) {
        Map<String, Object> line = line("unanswered", paymentId);
        line.put("cause", by);
        line.put("code", failure.code());
        line.put("reason", failure.getMessage());
        count(line, "SeqrUnanswered");
        write(line);
    }

    public void error(@Nullable String paymentId, RuntimeException unexpected) {
        Map<String, Object> line = line("error", paymentId);
        StringWriter trace = new StringWriter();
        unexpected.printStackTrace(new PrintWriter(trace));
        line.put("trace", trace.toString());
        write(line);
    }

    private void count(Map<String, Object> line, String metric) {
        line.put(metric, 1);
        line.put(
                "_aws",
                Map.of(
                        "Timestamp", clock.millis(),
                        "CloudWatchMetrics",
                                List.of(Map.of(
                                        "Namespace", "seqrpay",
                                        "Dimensions", List.of(List.of()),
                                        "Metrics", List.of(Map.of("Name", metric, "Unit", "Count"))))));
    }

    private Map<String, Object> line(String event, @Nullable String paymentId) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.instant().toString());
        line.put("event", event);
        line.put("payment", paymentId);
        return line;
    }

    private void write(Map<String, Object> line) {
        line.values().removeIf(value -> value == null);
        out.accept(Json.write(line));
    }
}
