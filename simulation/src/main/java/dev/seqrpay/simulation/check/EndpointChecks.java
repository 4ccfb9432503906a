package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.webhook.OwnEvents;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoint.Off;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every event goes to the endpoints that subscribe to its type (26). An endpoint is switched off only after 410, or after three
 * days without a success, and its shop is told (30).
 */
public final class EndpointChecks {
    private static final long DAY = 24 * 60 * Time.MINUTE;
    private static final long PATIENCE = 3 * DAY;
    private static final long CLOCKS_APART = 10 * Time.MINUTE;

    private final Time time;
    private final Map<String, WebhookEndpoint> endpoints = new LinkedHashMap<>();
    /** Those that take everything once the faults have stopped, or some hours later. */
    private final Set<String> lasting = new HashSet<>();

    private final Map<String, Off> off = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Long> failingSince = new HashMap<>();
    private final Map<String, List<FeedEvent>> events = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    public EndpointChecks(Time time) {
        this.time = time;
    }

    /** @param isLasting whether it answers 2xx in the end, and never 410 */
    public void begin(WebhookEndpoint endpoint, boolean isLasting) {
        endpoints.put(endpoint.id(), endpoint);
        events.put(endpoint.id(), new ArrayList<>());
        if (isLasting) lasting.add(endpoint.id());
    }

    void published(FeedEvent event, List<String> endpointIds) {
        for (WebhookEndpoint endpoint : endpoints.values()) {
            if (!endpoint.merchantId().equals(event.merchantId())) continue;
            boolean isIn = endpointIds.contains(endpoint.id());
            boolean wants = wants(endpoint.id(), event.type());
            unless(
                    wants ? isIn || isOff(endpoint.id()) : !isIn,
                    "26",
                    () -> event.type() + " " + event.id() + " is to go to " + endpointIds + ", and " + endpoint.id()
                            + " has " + endpoint.target().types());
            if (isIn) events.get(endpoint.id()).add(event);
        }
        if (event.type().equals(OwnEvents.DISABLED)) toldOff(event);
    }

    private void toldOff(FeedEvent event) {
        endpoints.keySet().stream().filter(event.body()::contains).forEach(id -> {
            unless(isOff(id), "30", () -> id + " is told to be switched off, and is not");
            told.add(id);
        });
    }

    boolean wants(String endpointId, String type) {
        Set<String> types = endpoints.get(endpointId).target().types();
        return types.isEmpty() || types.contains(type);
    }

    boolean isOff(String endpointId) {
        return off.containsKey(endpointId);
    }

    boolean isLasting(String endpointId) {
        return lasting.contains(endpointId);
    }

    Set<String> ids() {
        return endpoints.keySet();
    }

    String shop(String endpointId) {
        return endpoints.get(endpointId).merchantId();
    }

    /** What has been published for it. */
    List<FeedEvent> events(String endpointId) {
        return events.get(endpointId);
    }

    void goneAt(String endpointId) {
        gone.add(endpointId);
    }

    /** A function knows how a try ended. */
    void heard(String endpointId, boolean isSuccess) {
        if (isSuccess) failingSince.remove(endpointId);
        else failingSince.putIfAbsent(endpointId, time.now());
    }

    /** The table has it so from now on. */
    public void changed(WebhookEndpoint after) {
        Off why = after.health().off();
        if (why == null || isOff(after.id())) return;
        long failing = time.now() - failingSince.getOrDefault(after.id(), time.now());
        boolean hasReason = why == Off.GONE ? gone.contains(after.id()) : failing >= PATIENCE - CLOCKS_APART;
        unless(
                hasReason && !isLasting(after.id()),
                "30",
                () -> after.id() + " is switched off as " + why + " after it has failed for " + failing / Time.MINUTE
                        + " minutes");
        off.put(after.id(), why);
    }

    /** All is quiet. */
    void end() {
        for (String id : off.keySet())
            unless(told.contains(id), "30", () -> id + " was switched off, and its shop was not told");
    }
}
