package dev.seqrpay.simulator.control;

import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.ReportVariant;
import dev.seqrpay.simulator.core.Switches;
import dev.seqrpay.simulator.core.Switches.AcknowledgedBy;
import dev.seqrpay.simulator.core.Switches.NotificationBody;
import dev.seqrpay.simulator.core.Switches.Refunds;
import dev.seqrpay.simulator.core.Variant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What SEQR leaves open: {@code GET /api/switches}, and {@code PUT} with those that are to change.
 *
 * <ul>
 *   <li>{@code acknowledgedBy}: QUERY, VERSION
 *   <li>{@code reversedAs}: CANCELED, FAILED, PAID
 *   <li>{@code notificationBody}: FORM, EMPTY
 *   <li>{@code refunds}: ALLOWED, RESELLER_NOT_ALLOWED (97), ACCOUNT_DOES_NOT_ALLOW (99)
 *   <li>{@code reversalAfterMs}, {@code expireAfterMs} (0: never), {@code reportAfterMs}, {@code promptForMs},
 *       {@code latencyMs} (of every SOAP answer)
 *   <li>{@code pin}
 *   <li>each point of {@link Variant} and {@link ReportVariant} by its name, in camel case: {@code cashRegisters}:
 *       REGISTERED, ALL, and so on
 * </ul>
 */
public final class SwitchesApi {
    private static final List<Class<? extends Variant>> POINTS =
            Stream.concat(Variant.ALL.stream(), ReportVariant.POINTS.stream()).toList();

    private final Switches switches;

    public SwitchesApi(Switches switches) {
        this.switches = switches;
    }

    public Object answer(JsonRequest request) {
        if (request.is("PUT")) turn(request);
        return json();
    }

    private void turn(JsonRequest request) {
        set(request, "acknowledgedBy", (r, name) -> switches.acknowledgedBy(r.word(name, AcknowledgedBy.class)));
        set(request, "reversedAs", (r, name) -> switches.reversedAs(r.word(name, InvoiceStatus.class)));
        set(request, "notificationBody", (r, name) -> switches.notificationBody(r.word(name, NotificationBody.class)));
        set(request, "refunds", (r, name) -> switches.refunds(r.word(name, Refunds.class)));
        set(request, "reversalAfterMs", (r, name) -> switches.reversalAfter(millis(r, name)));
        set(request, "expireAfterMs", (r, name) -> switches.expireAfter(millis(r, name)));
        set(request, "reportAfterMs", (r, name) -> switches.reportAfter(millis(r, name)));
        set(request, "promptForMs", (r, name) -> switches.promptFor(millis(r, name)));
        set(request, "latencyMs", (r, name) -> switches.latency(millis(r, name)));
        set(request, "pin", (r, name) -> switches.pin(r.text(name, "")));
        for (Class<? extends Variant> point : POINTS)
            set(request, name(point), (r, name) -> switches.turn(word(r, name, point)));
    }

    private static String name(Class<? extends Variant> point) {
        String name = point.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Variant word(JsonRequest request, String name, Class<? extends Variant> point) {
        String word = request.text(name);
        List<? extends Variant> words = List.of(point.getEnumConstants());
        return words.stream()
                .filter(known -> known.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of " + words));
    }

    private static void set(JsonRequest request, String name, BiConsumer<JsonRequest, String> turn) {
        if (request.has(name)) turn.accept(request, name);
    }

    private static Duration millis(JsonRequest request, String name) {
        long millis = request.number(name, 0);
        if (millis < 0) throw new IllegalArgumentException(name + " must not be negative");
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
        for (Class<? extends Variant> point : POINTS)
            json.put(name(point), switches.of(point).toString());
        return json;
    }
}
