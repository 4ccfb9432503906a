package dev.seqrpay.dynamodb;

import static dev.seqrpay.event.SampleEvents.ENDPOINT;
import static dev.seqrpay.event.SampleEvents.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.Feed;
import dev.seqrpay.event.Feed.Outcome;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.OutboxEntry;
import dev.seqrpay.event.Publisher;
import dev.seqrpay.event.SampleEvents;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStoreContract;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.Delivery;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoint.Off;
import dev.seqrpay.webhook.WebhookEndpoint.Target;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox, the feeds, the endpoints and the deliveries, on the template's own table. */
public abstract class FeedContract {
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(10));

    private Feed feed;
    private Deliveries deliveries;
    private WebhookEndpoints endpoints;

    protected abstract TemplateTable table();

    @BeforeEach
    void empty() {
        table().renew();
        feed = table().feed();
        deliveries = table().deliveries();
        endpoints = table().webhookEndpoints();
    }

    /** A payment that never had an invoice. */
    private Payment ended() {
        Change creation = PaymentStoreContract.creation();
        Change end = PaymentStoreContract.end(creation.stored());
        table().payments().commit(creation);
        table().payments().commit(end);
        return end.payment();
    }

    private Outcome publish(long position, OutboxEntry entry, String... endpointIds) {
        return feed.publish(SampleEvents.event(position), entry, List.of(endpointIds), NOW);
    }

    @Test
    void what_has_ended_is_in_the_outbox_until_it_is_published() {
        Payment payment = ended();
        List<OutboxEntry> entries = feed.unpublished(payment.id());

        assertThat(entries)
                .containsExactly(new OutboxEntry(
                        payment.id(),
                        2,
                        EventType.PAYMENT_FAILED,
                        State.FAILED,
                        Reason.NOT_ISSUED,
                        payment.refunded(),
                        null,
                        payment.changedAt()));
        Instant end = payment.changedAt();
        assertThat(feed.overdue(end.plusSeconds(59), 10)).isEmpty();
        assertThat(feed.overdue(end.plusSeconds(60), 10)).containsExactly(payment.id());

        assertThat(publish(1, entries.get(0))).isEqualTo(Outcome.PUBLISHED);
        assertThat(feed.unpublished(payment.id())).isEmpty();
        assertThat(feed.overdue(end.plusSeconds(999), 10)).isEmpty();
        assertThat(publish(2, entries.get(0))).isEqualTo(Outcome.PUBLISHED_BEFORE);
        assertThat(feed.head("demoshop")).isEqualTo(1);
    }

    @Test
    void each_position_is_given_once_and_none_is_left_out() {
        assertThat(feed.head("demoshop")).isZero();
        assertThat(publish(2, null)).isEqualTo(Outcome.OVERTAKEN);
        assertThat(publish(1, null)).isEqualTo(Outcome.PUBLISHED);
        assertThat(publish(1, null)).isEqualTo(Outcome.OVERTAKEN);
        assertThat(publish(3, null)).isEqualTo(Outcome.OVERTAKEN);
        assertThat(publish(2, null)).isEqualTo(Outcome.PUBLISHED);

        assertThat(feed.head("demoshop")).isEqualTo(2);
        assertThat(feed.head("other")).isZero();
        assertThat(feed.after("demoshop", 0, 10)).containsExactly(SampleEvents.event(1), SampleEvents.event(2));
        assertThat(feed.after("demoshop", 1, 10)).containsExactly(SampleEvents.event(2));
        assertThat(feed.after("demoshop", 0, 1)).containsExactly(SampleEvents.event(1));
        assertThat(feed.at("demoshop", 2)).contains(SampleEvents.event(2));
        assertThat(feed.at("demoshop", 3)).isEmpty();
        assertThat(feed.after("other", 0, 10)).isEmpty();
    }

    @Test
    void the_tenth_event_comes_after_the_ninth() {
        for (long position = 1; position <= 11; position++) publish(position, null);
        assertThat(feed.after("demoshop", 8, 10))
                .extracting(FeedEvent::position)
                .containsExactly(9L, 10L, 11L);
    }

    /**
     * Ten functions that publish for one shop at once: no event is lost, none is there twice, none has another's position. Each try
     * that is overtaken is so by another event, so of thirty none is overtaken thirty times, which is when a publisher gives up.
     */
    @Test
    void of_many_who_publish_at_once_each_gets_a_position_of_its_own() throws Exception {
        Publisher publisher = new Publisher(
                table().payments(),
                feed,
                (merchant, type) -> List.of(),
                (delivery, delay) -> {},
                (entry, payment) -> "{}",
                () -> NOW,
                pause -> Thread.onSpinWait(),
                paid -> {},
                (about, failure) -> {
                    throw failure;
                });
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Callable<FeedEvent>> calls = IntStream.range(0, 30)
                .mapToObj(call -> (Callable<FeedEvent>)
                        () -> publisher.publish("demoshop", "webhook.ping.v1", "call " + call, "{}", List.of()))
                .toList();
        List<Long> positions = new ArrayList<>();
        for (var each : threads.invokeAll(calls)) positions.add(each.get().position());
        threads.shutdown();

        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(feed.after("demoshop", 0, 100))
                .extracting(FeedEvent::id)
                .doesNotHaveDuplicates()
                .hasSize(30);
    }

    @Test
    void a_delivery_is_there_with_its_event_or_not_at_all() {
        DeliveryName first = new DeliveryName(ENDPOINT, 1);
        assertThat(publish(2, null, ENDPOINT)).isEqualTo(Outcome.OVERTAKEN);
        assertThat(deliveries.find(new DeliveryName(ENDPOINT, 2))).isEmpty();

        publish(1, null, ENDPOINT);
        assertThat(deliveries.find(first))
                .contains(new Delivery(
                        first,
                        SampleEvents.event(1).id(),
                        "payment.paid.v1",
                        Delivery.State.PENDING,
                        0,
                        null,
                        null,
                        null,
                        null));
    }

    private Delivery delivery() {
        return deliveries.find(new DeliveryName(ENDPOINT, 1)).orElseThrow();
    }

    @Test
    void one_of_those_who_have_read_the_same_begins_the_try() {
        publish(1, null, ENDPOINT);
        Delivery read = delivery();

        Delivery claimed = deliveries.claim(read, NOW, NOW.plusSeconds(60)).orElseThrow();
        assertThat(claimed).isEqualTo(delivery());
        assertThat(claimed.tries()).isEqualTo(1);
        assertThat(deliveries.claim(read, NOW, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void how_a_try_ended_is_stored_unless_another_was_begun() {
        publish(1, null, ENDPOINT);
        Delivery first = deliveries.claim(delivery(), NOW, NOW.plusSeconds(60)).orElseThrow();
        Delivery waiting = ended(first, Delivery.State.PENDING, 503, "HTTP 503", LATER);
        deliveries.record(waiting);
        assertThat(delivery()).isEqualTo(waiting);

        Delivery second =
                deliveries.claim(waiting, LATER, LATER.plusSeconds(60)).orElseThrow();
        deliveries.record(ended(first, Delivery.State.FAILED, 500, "late", null));
        assertThat(delivery()).isEqualTo(second);

        Delivery delivered = ended(second, Delivery.State.DELIVERED, 200, null, null);
        deliveries.record(delivered);
        assertThat(delivery()).isEqualTo(delivered);
        assertThat(deliveries.takeOverdue(LATER.plus(Duration.ofDays(9)), 10)).isEmpty();
        assertThat(deliveries.claim(second, LATER, LATER)).isEmpty();
    }

    private static Delivery ended(Delivery of, Delivery.State state, Integer status, String error, Instant next) {
        return new Delivery(of.name(), of.eventId(), of.type(), state, of.tries(), status, error, of.triedAt(), next);
    }

    @Test
    void what_is_overdue_is_taken_once_and_comes_again_if_nothing_happens() {
        publish(1, null, ENDPOINT);
        DeliveryName name = new DeliveryName(ENDPOINT, 1);

        assertThat(deliveries.takeOverdue(NOW.minusSeconds(1), 10)).isEmpty();
        assertThat(deliveries.takeOverdue(NOW, 10)).containsExactly(name);
        assertThat(deliveries.takeOverdue(NOW, 10)).isEmpty();
        assertThat(deliveries.takeOverdue(LATER, 10)).containsExactly(name);
    }

    @Test
    void a_delivery_begins_anew_whatever_became_of_it() {
        publish(1, null, ENDPOINT);
        Delivery fresh = delivery();
        deliveries.record(
                ended(deliveries.claim(fresh, NOW, LATER).orElseThrow(), Delivery.State.FAILED, null, "gone", null));

        deliveries.renew(SampleEvents.event(1), ENDPOINT, NOW);
        assertThat(delivery()).isEqualTo(fresh);
    }

    @Test
    void the_latest_deliveries_come_first() {
        for (long position = 1; position <= 12; position++) publish(position, null, ENDPOINT);
        assertThat(deliveries.of(ENDPOINT, Long.MAX_VALUE, 3))
                .extracting(each -> each.name().position())
                .containsExactly(12L, 11L, 10L);
        assertThat(deliveries.of(ENDPOINT, 3, 9))
                .extracting(each -> each.name().position())
                .containsExactly(2L, 1L);
    }

    @Test
    void an_endpoint_reads_as_it_was_written_and_a_change_of_what_is_not_there_any_more_is_refused() {
        WebhookEndpoint made = WebhookEndpoint.created(
                ENDPOINT,
                new Target(URI.create("https://shop.example/hook?a=b"), Set.of("payment.paid.v1", "refund.settled.v1")),
                3,
                NOW);
        assertThat(endpoints.put(made)).isTrue();
        assertThat(endpoints.put(made)).isFalse();
        WebhookEndpoint read = endpoints.find(ENDPOINT).orElseThrow();
        assertThat(read).usingRecursiveComparison().ignoringFields("version").isEqualTo(made);

        WebhookEndpoint changed = read.withNewSecret(4, NOW).switchedOff(Off.FAILING, NOW);
        assertThat(endpoints.put(changed)).isTrue();
        assertThat(endpoints.put(read.switchedOff(Off.BY_SHOP, null))).isFalse();
        assertThat(endpoints.find(ENDPOINT).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(changed);
        assertThat(endpoints.of("demoshop"))
                .containsExactly(endpoints.find(ENDPOINT).orElseThrow());
        assertThat(endpoints.of("demo")).isEmpty();

        endpoints.remove(ENDPOINT);
        assertThat(endpoints.find(ENDPOINT)).isEmpty();
        assertThat(endpoints.put(changed)).isFalse();
    }
}
