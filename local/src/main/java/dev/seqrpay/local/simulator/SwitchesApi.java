package dev.seqrpay.local.simulator;

import dev.seqrpay.local.simulator.core.InvoiceStatus;
import dev.seqrpay.local.simulator.core.Switches;
import dev.seqrpay.local.simulator.core.Switches.AcknowledgedBy;
import dev.seqrpay.local.simulator.core.Switches.NotificationBody;
import dev.seqrpay.local.simulator.core.Switches.Refunds;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What SEQR leaves open: {@code GET /api/switches}, and {@code PUT} with those that are to change.
 *
 * <ul>
 *   <li>{@code acknowledgedBy}: QUERY, VERSION
 *   <li>{@code reversedAs}: CANCELED, FAILED
 *   <li>{@code notificationBody}: FORM, EMPTY
 *   <li>{@code refunds}: ALLOWED, RESELLER_NOT_ALLOWED (97), ACCOUNT_DOES_NOT_ALLOW (99)
 *   <li>{@code reversalAfterMs}, {@code expireAfterMs} (0: never), {@code reportAfterMs}, {@code promptForMs},
 *       {@code latencyMs} (of every SOAP answer)
 *   <li>{@code pin}
 * </ul>
 */
final class SwitchesApi {
    private final Switches switches;

    SwitchesApi(Switches switches) {
        this.switches = switches;
    }

    Object answer(JsonRequest request) {
        if (request.is("PUT")) turn(request);
        return json();
    }

    private void turn(JsonRequest request) {
        word(request, "acknowledgedBy", word -> switches.acknowledgedBy(AcknowledgedBy.valueOf(word)));
        word(request, "reversedAs", word -> switches.reversedAs(InvoiceStatus.valueOf(word)));
        word(request, "notificationBody", word -> switches.notificationBody(NotificationBody.valueOf(word)));
        word(request, "refunds", word -> switches.refunds(Refunds.valueOf(word)));
        word(request, "reversalAfterMs", word -> switches.reversalAfter(millis(word)));
        word(request, "expireAfterMs", word -> switches.expireAfter(millis(word)));
        word(request, "reportAfterMs", word -> switches.reportAfter(millis(word)));
        word(request, "promptForMs", word -> switches.promptFor(millis(word)));
        word(request, "latencyMs", word -> switches.latency(millis(word)));
        word(request, "pin", switches::pin);
    }

    private static void word(JsonRequest request, String name, Consumer<String> turn) {
        if (request.has(name)) turn.accept(request.text(name));
    }

    private static Duration millis(String text) {
        long millis = Long.parseLong(text);
        if (millis < 0) throw new IllegalArgumentException("Not a duration: " + text);
        return Duration.ofMillis(millis);
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("acknowledgedBy", switches.acknowledgedBy().name());
        json.put("reversedAs", switches.reversedAs().name());
        json.put("notificationBody", switches.notificationBody().name());
        json.put("refunds", switches.refunds().name());
        json.put("reversalAfterMs", switches.reversalAfter().toMillis());
        json.put("expireAfterMs", switches.expireAfter().toMillis());
        json.put("reportAfterMs", switches.reportAfter().toMillis());
        json.put("promptForMs", switches.promptFor().toMillis());
        json.put("latencyMs", switches.latency().toMillis());
        json.put("pin", switches.pin());
        return json;
    }
}
