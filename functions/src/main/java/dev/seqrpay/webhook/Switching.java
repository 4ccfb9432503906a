package dev.seqrpay.webhook;

import dev.seqrpay.webhook.WebhookEndpoint.Off;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Switches endpoints off that are gone or have failed for days, and tells their owner by an event. */
public final class Switching {
    /** The retries of one event take a little longer than this. */
    private static final Duration PATIENCE = Duration.ofDays(3);

    /** Longer than a function can run. */
    private static final Duration TELLING = Duration.ofSeconds(30);

    private static final int MAX_TRIES = 5;

    private final WebhookEndpoints endpoints;
    private final BiConsumer<WebhookEndpoint, Off> owner;
    private final InstantSource clock;

    /** @param owner is told what was switched off, and why */
    public Switching(WebhookEndpoints endpoints, BiConsumer<WebhookEndpoint, Off> owner, InstantSource clock) {
        this.endpoints = endpoints;
        this.owner = owner;
        this.clock = clock;
    }

    void succeeded(WebhookEndpoint endpoint) {
        if (endpoint.health().failingSince() != null) change(endpoint.id(), now -> now.failing(null));
    }

    /** @return whether it was switched off, because nothing has been delivered for too long */
    boolean failed(WebhookEndpoint endpoint) {
        Instant now = clock.instant();
        Instant since = endpoint.health().failingSince();
        if (since == null) change(endpoint.id(), there -> there.failing(now));
        if (since == null || since.plus(PATIENCE).isAfter(now)) return false;
        return switchOff(
                endpoint, Off.FAILING, there -> since.equals(there.health().failingSince()));
    }

    void switchOff(WebhookEndpoint endpoint, Off why) {
        switchOff(endpoint, why, there -> true);
    }

    /** @param holds whether the reason still does: another delivery may have succeeded since the endpoint was read */
    private boolean switchOff(WebhookEndpoint endpoint, Off why, Predicate<WebhookEndpoint> holds) {
        Instant now = clock.instant();
        boolean isNew = change(
                endpoint.id(), there -> there.isOff() || !holds.test(there) ? there : there.switchedOff(why, now));
        if (isNew) tell(endpoint, why);
        return endpoints.find(endpoint.id()).filter(WebhookEndpoint::isOff).isPresent();
    }

    /**
     * The function that switched it off may have died before it told the owner: then this one does.
     *
     * @return whether the owner has been told; not while the other function may still be at it
     */
    boolean isTold(WebhookEndpoint endpoint) {
        Off why = endpoint.health().off();
        Instant since = endpoint.health().untoldSince();
        if (why == null || since == null) return true;
        if (since.plus(TELLING).isAfter(clock.instant())) return false;
        tell(endpoint, why);
        return true;
    }

    private void tell(WebhookEndpoint endpoint, Off why) {
        owner.accept(endpoint, why);
        change(endpoint.id(), WebhookEndpoint::told);
    }

    /** @return whether the endpoint has changed */
    private boolean change(String id, UnaryOperator<WebhookEndpoint> change) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Optional<WebhookEndpoint> read = endpoints.find(id);
            if (read.isEmpty()) return false;
            WebhookEndpoint after = change.apply(read.get());
            if (after.equals(read.get())) return false;
            if (endpoints.put(after)) return true;
        }
        return false;
    }
}
