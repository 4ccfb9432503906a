package dev.seqrpay.webhook;

import static dev.seqrpay.event.SampleEvents.ENDPOINT;
import static dev.seqrpay.event.SampleEvents.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.InMemoryFeed;
import dev.seqrpay.event.SampleEvents;
import dev.seqrpay.http.DerivedKeys;
import dev.seqrpay.http.KeyRing;
import dev.seqrpay.http.TokensTest;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.webhook.Delivery.State;
import dev.seqrpay.webhook.Receiver.Answer;
import dev.seqrpay.webhook.WebhookEndpoint.Off;
import dev.seqrpay.webhook.WebhookEndpoint.Target;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a delivery for each answer, on a clock that the test moves, with a queue that the test empties. */
class DeliveringTest {
    private static final DeliveryName NAME = new DeliveryName(ENDPOINT, 1);

    private final InMemoryFeed feed = new InMemoryFeed();
    private final InMemoryEndpoints endpoints = new InMemoryEndpoints();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final List<Duration> queued = new ArrayList<>();
    private final List<Off> told = new ArrayList<>();
    private final List<WebhookMessage> received = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private Instant now = NOW;
    private Runnable meanwhile = () -> {};
    private boolean isFeedAway;

    private final Delivering delivering = new Delivering(
            feed,
            endpoints,
            deliveries,
            this::receive,
            new DerivedKeys(() -> KeyRing.read(TokensTest.KEY), () -> now),
            (name, delay) -> queued.add(delay),
            new Switching(endpoints, (endpoint, why) -> tell(why), () -> now),
            () -> 0,
            () -> now,
            delivery -> {});
    private final LateDeliveries late = new LateDeliveries(deliveries, (name, delay) -> queued.add(delay), () -> now);

    private void tell(Off why) {
        if (isFeedAway) throw new StoreUnavailable(new IllegalStateException("the feed is away"));
        told.add(why);
    }

    private Answer receive(URI url, WebhookMessage message) throws IOException {
        received.add(message);
        Runnable first = meanwhile;
        meanwhile = () -> {};
        first.run();
        Object next = answers.isEmpty() ? 500 : answers.remove();
        if (next instanceof Answer answer) return answer;
        if (next instanceof String failure) throw new IOException(failure);
        return new Answer((int) next, null);
    }

    DeliveringTest() {
        endpoints.put(WebhookEndpoint.created(
                ENDPOINT, new Target(URI.create("https://shop.example/hook"), Set.of()), 1, NOW));
        publish(1);
    }

    private void publish(long position) {
        FeedEvent event = SampleEvents.event(position);
        feed.publish(event, null, List.of(ENDPOINT), now);
        deliveries.renew(event, ENDPOINT, now);
    }

    private Delivery delivery() {
        return deliveries.find(NAME).orElseThrow();
    }

    private WebhookEndpoint endpoint() {
        return endpoints.find(ENDPOINT).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void it_is_delivered_by_any_answer_of_2xx_and_never_again(int status) {
        answers.add(status);
        delivering.deliver(NAME);
        delivering.deliver(NAME);

        assertThat(received).hasSize(1);
        assertThat(delivery().state()).isEqualTo(State.DELIVERED);
        assertThat(delivery().status()).isEqualTo(status);
        assertThat(queued).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 429, 500, 502, 503})
    void any_other_answer_is_tried_again_after_five_seconds(int status) {
        answers.add(status);
        delivering.deliver(NAME);

        assertThat(delivery().state()).isEqualTo(State.PENDING);
        assertThat(delivery().error()).isEqualTo("HTTP " + status);
        assertThat(delivery().nextAt()).isEqualTo(now.plusSeconds(5));
        assertThat(queued).containsExactly(Duration.ofSeconds(6));
    }

    @Test
    void a_try_that_comes_before_its_time_is_not_made() {
        delivering.deliver(NAME);
        now = now.plusSeconds(4);
        delivering.deliver(NAME);
        assertThat(received).hasSize(1);

        now = now.plusSeconds(1);
        delivering.deliver(NAME);
        assertThat(received).hasSize(2);
    }

    /** The delays of Standard Webhooks 1.0, "Retry schedule". */
    @Test
    void it_is_tried_ten_times_in_three_days_and_then_kept_as_failed() {
        List<Duration> between = new ArrayList<>();
        delivering.deliver(NAME);
        while (delivery().state() == State.PENDING) {
            between.add(Duration.between(now, delivery().nextAt()));
            now = delivery().nextAt().plus(Duration.ofMinutes(2));
            queued.clear();
            late.queue();
            assertThat(queued).as("after " + between).hasSize(1);
            delivering.deliver(NAME);
        }
        assertThat(between)
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(received).hasSize(10);
        assertThat(delivery().state()).isEqualTo(State.FAILED);
        assertThat(delivery().error()).isEqualTo("HTTP 500");
    }

    @Test
    void chance_makes_a_delay_up_to_a_fifth_longer() {
        RetrySchedule longest = new RetrySchedule(() -> 1);
        assertThat(longest.next(2, null, NOW)).contains(NOW.plus(Duration.ofMinutes(6)));
        assertThat(longest.next(10, null, NOW)).isEmpty();
    }

    @Test
    void a_receiver_that_asks_for_time_gets_it_and_not_more_than_a_day() {
        answers.add(new Answer(429, Duration.ofHours(1)));
        delivering.deliver(NAME);
        assertThat(delivery().nextAt()).isEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(queued).as("longer than a message can wait").isEmpty();

        now = now.plus(Duration.ofHours(1));
        answers.add(new Answer(503, Duration.ofDays(90)));
        delivering.deliver(NAME);
        assertThat(delivery().nextAt()).isEqualTo(now.plus(Duration.ofHours(24)));
    }

    @Test
    void no_answer_is_tried_again_and_the_shop_reads_why() {
        answers.add("the host is not on the public internet");
        delivering.deliver(NAME);

        assertThat(delivery().error()).isEqualTo("the host is not on the public internet");
        assertThat(delivery().status()).isNull();
        assertThat(delivery().nextAt()).isNotNull();
    }

    @Test
    void a_receiver_that_is_gone_gets_nothing_more_and_its_owner_is_told() {
        answers.add(410);
        delivering.deliver(NAME);
        publish(2);
        delivering.deliver(new DeliveryName(ENDPOINT, 2));

        assertThat(endpoint().health().off()).isEqualTo(Off.GONE);
        assertThat(told).containsExactly(Off.GONE);
        assertThat(received).hasSize(1);
        assertThat(deliveries.find(new DeliveryName(ENDPOINT, 2)).map(Delivery::error))
                .contains("the endpoint is switched off");
        assertThat(new Subscribers(endpoints).endpoints("demoshop", "payment.paid.v1"))
                .isEmpty();
    }

    /** Whoever switched it off may die before that; the delivery comes again, as its try was not recorded. */
    @Test
    void an_owner_who_could_not_be_told_at_once_is_told_when_the_delivery_comes_again() {
        isFeedAway = true;
        answers.add(410);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> delivering.deliver(NAME));
        assertThat(endpoint().isOff()).isTrue();
        isFeedAway = false;

        publish(2);
        delivering.deliver(new DeliveryName(ENDPOINT, 2));
        assertThat(told).as("the first function may still be at it").isEmpty();
        assertThat(deliveries.find(new DeliveryName(ENDPOINT, 2)).map(Delivery::state))
                .contains(State.PENDING);

        now = now.plusSeconds(61);
        delivering.deliver(NAME);
        delivering.deliver(new DeliveryName(ENDPOINT, 2));
        assertThat(told).containsExactly(Off.GONE);
        assertThat(delivery().state()).isEqualTo(State.FAILED);
        assertThat(deliveries.find(new DeliveryName(ENDPOINT, 2)).map(Delivery::state))
                .contains(State.FAILED);
        assertThat(received).hasSize(1);
    }

    @Test
    void one_that_fails_for_three_days_is_switched_off_and_its_owner_is_told_once() {
        delivering.deliver(NAME);
        assertThat(endpoint().health().failingSince()).isEqualTo(NOW);
        now = NOW.plus(Duration.ofDays(3)).minusSeconds(1);
        publish(2);
        delivering.deliver(new DeliveryName(ENDPOINT, 2));
        assertThat(endpoint().isOff()).isFalse();

        now = now.plusSeconds(1);
        publish(3);
        delivering.deliver(new DeliveryName(ENDPOINT, 3));
        assertThat(endpoint().health().off()).isEqualTo(Off.FAILING);
        assertThat(told).containsExactly(Off.FAILING);
    }

    @Test
    void one_success_makes_up_for_all_failures_before() {
        delivering.deliver(NAME);
        now = NOW.plus(Duration.ofDays(2));
        answers.add(200);
        delivering.deliver(NAME);
        assertThat(endpoint().health().failingSince()).isNull();

        now = NOW.plus(Duration.ofDays(4));
        publish(2);
        delivering.deliver(new DeliveryName(ENDPOINT, 2));
        assertThat(endpoint().isOff()).isFalse();
    }

    /** Two deliveries are under way after three days of failures, and the endpoint takes one of them. */
    @Test
    void a_success_at_the_same_moment_keeps_it_on() {
        delivering.deliver(NAME);
        now = NOW.plus(Duration.ofDays(3));
        publish(2);
        meanwhile = () -> {
            answers.add(200);
            delivering.deliver(new DeliveryName(ENDPOINT, 2));
        };

        delivering.deliver(NAME);

        assertThat(received).hasSize(3);
        assertThat(endpoint().isOff()).isFalse();
        assertThat(endpoint().health().failingSince()).isNull();
        assertThat(delivery().state()).isEqualTo(State.PENDING);
        assertThat(told).isEmpty();
    }

    @Test
    void a_function_that_died_while_it_waited_for_the_answer_is_made_up_for() {
        Delivery read = delivery();
        assertThat(deliveries.claim(read, now, now.plusSeconds(60))).isPresent();
        delivering.deliver(NAME);
        assertThat(received).as("another function may be at it").isEmpty();

        now = now.plusSeconds(121);
        assertThat(late.queue()).isEqualTo(1);
        answers.add(200);
        delivering.deliver(NAME);
        assertThat(delivery().state()).isEqualTo(State.DELIVERED);
        assertThat(delivery().tries()).isEqualTo(2);
    }

    @Test
    void what_was_queued_is_not_queued_again_at_once() {
        now = now.plusSeconds(60);
        assertThat(late.queue()).isEqualTo(1);
        assertThat(late.queue()).isZero();
        now = now.plusSeconds(400);
        assertThat(late.queue()).isEqualTo(1);
    }

    @Test
    void the_answer_to_a_try_that_was_overtaken_is_forgotten() {
        Delivery first = deliveries.claim(delivery(), now, now.plusSeconds(60)).orElseThrow();
        deliveries.claim(delivery(), now, now.plusSeconds(60));
        deliveries.record(first.failed(500, "late"));
        assertThat(delivery().state()).isEqualTo(State.PENDING);
        assertThat(delivery().tries()).isEqualTo(2);
    }

    @Test
    void an_endpoint_that_was_removed_gets_nothing() {
        endpoints.remove(ENDPOINT);
        delivering.deliver(NAME);

        assertThat(received).isEmpty();
        assertThat(delivery().error()).isEqualTo("the endpoint is not there any more");
        assertThat(Optional.of(delivery().state())).contains(State.FAILED);
    }

    @Test
    void everything_since_a_time_is_sent_again_whatever_became_of_it() {
        for (long position = 2; position <= 450; position++) {
            now = now.plusSeconds(1);
            FeedEvent event = new FeedEvent(
                    "demoshop", position, "evt_" + position + "_1", "payment.paid.v1", now, SampleEvents.BODY);
            feed.publish(event, null, List.of(), now);
        }
        Resending resending = new Resending(feed, deliveries, (name, delay) -> queued.add(delay), () -> now);

        Resending.Result first = resending.allSince(endpoint(), NOW.plusSeconds(99));
        assertThat(first).isEqualTo(new Resending.Result(200, 299, true));
        assertThat(deliveries.of(ENDPOINT, Long.MAX_VALUE, 1000))
                .extracting(each -> each.name().position())
                .contains(100L, 299L)
                .doesNotContain(99L, 300L);
        assertThat(resending.allAfter(endpoint(), first.last())).isEqualTo(new Resending.Result(151, 450, false));
        assertThat(queued).hasSize(351);
    }
}
