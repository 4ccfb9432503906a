package dev.seqrpay.webhook;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.webhook.Receiver.Answer;
import dev.seqrpay.webhook.WebhookEndpoint.Off;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts events to endpoints. A try is claimed first, so that two functions do not make it both; what is claimed by a function
 * that died is taken up again. An answer of 2xx ends the delivery, 410 switches the endpoint off, and every other answer leads to another try.
 */
public final class Delivering {
    /** Longer than a function can run. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static final int GONE = 410;

    private final Feed feed;
    private final WebhookEndpoints endpoints;
    private final Deliveries deliveries;
    private final Receiver receiver;
    private final SigningKeys keys;
    private final DeliveryQueue queue;
    private final Switching switching;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    private final Consumer<Delivery> log;

    /** @param log hears of each try, after it */
    public Delivering(
            Feed feed,
            WebhookEndpoints endpoints,
            Deliveries deliveries,
            Receiver receiver,
            SigningKeys keys,
            DeliveryQueue queue,
            Switching switching,
            DoubleSupplier chance,
            InstantSource clock,
            Consumer<Delivery> log) {
        this.feed = feed;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.receiver = receiver;
        this.keys = keys;
        this.queue = queue;
        this.switching = switching;
        this.schedule = new RetrySchedule(chance);
        this.clock = clock;
        this.log = log;
    }

    /** Makes the try that is due. A delivery that has ended, or that another function is making, is left alone. */
    public void deliver(DeliveryName name) {
        Optional<Delivery> pending = deliveries.find(name).filter(this::isDue);
        if (pending.isEmpty()) return;
        Optional<WebhookEndpoint> endpoint = endpoints.find(name.endpointId());
        Optional<FeedEvent> event = feed.at(name.merchantId(), name.position());
        if (endpoint.isEmpty()) giveUp(pending.get(), "the endpoint is not there any more");
        else if (endpoint.get().isOff()) giveUpOnceTold(pending.get(), endpoint.get());
        else if (event.isEmpty()) giveUp(pending.get(), "the event is not kept any more");
        else
            deliveries
                    .claim(pending.get(), clock.instant(), clock.instant().plus(CLAIM))
                    .ifPresent(claimed -> attempt(claimed, endpoint.get(), event.get()));
    }

    /** A message that comes twice, or before its time, makes no try. */
    private boolean isDue(Delivery delivery) {
        return delivery.state() == Delivery.State.PENDING
                && (delivery.nextAt() == null || !delivery.nextAt().isAfter(clock.instant()));
    }

    /** A delivery that waits is what comes again for an owner who has not been told yet. */
    private void giveUpOnceTold(Delivery pending, WebhookEndpoint off) {
        if (switching.isTold(off)) giveUp(pending, "the endpoint is switched off");
    }

    private void giveUp(Delivery pending, String why) {
        deliveries.record(pending.failed(pending.status(), why));
    }

    private void attempt(Delivery claimed, WebhookEndpoint endpoint, FeedEvent event) {
        Delivery after;
        try {
            WebhookMessage message = WebhookMessage.of(event, endpoint, keys, clock.instant());
            after = answered(claimed, endpoint, receiver.post(endpoint.target().url(), message));
        } catch (IOException e) {
            after = failed(claimed, endpoint, null, null, String.valueOf(e.getMessage()));
        }
        deliveries.record(after);
        log.accept(after);
        if (after.nextAt() != null) remind(after.name(), after.nextAt());
    }

    private Delivery answered(Delivery claimed, WebhookEndpoint endpoint, Answer answer) {
        if (answer.isSuccess()) {
            switching.succeeded(endpoint);
            return claimed.delivered(answer.status());
        }
        String why = "HTTP " + answer.status();
        if (answer.status() != GONE) return failed(claimed, endpoint, answer.status(), answer.retryAfter(), why);
        switching.switchOff(endpoint, Off.GONE);
        return claimed.failed(GONE, why);
    }

    private Delivery failed(
            Delivery claimed,
            WebhookEndpoint endpoint,
            @Nullable Integer status,
            @Nullable Duration retryAfter,
            String why) {
        if (switching.failed(endpoint)) return claimed.failed(status, why);
        return schedule.next(claimed.tries(), retryAfter, clock.instant())
                .map(next -> claimed.waiting(status, why, next))
                .orElseGet(() -> claimed.failed(status, why));
    }

    /** Sends a message if the queue can hold it back that long. The schedule takes care of a longer delay. */
    private void remind(DeliveryName name, Instant next) {
        Duration delay = Duration.between(clock.instant(), next).plusSeconds(1);
        if (delay.compareTo(DeliveryQueue.LONGEST_DELAY) <= 0) queue.send(name, delay);
    }
}
