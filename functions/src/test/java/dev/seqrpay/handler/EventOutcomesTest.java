package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.SampleEvents;
import dev.seqrpay.handler.Counter.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop reads what has happened, and what it is told about each place that it may ask for. */
class EventOutcomesTest {
    private final Counter counter = new Counter();

    private static EventFile query(Map<String, String> query) {
        return EventFile.of("events").with("queryStringParameters", query);
    }

    private Answer read(Map<String, String> query) {
        return counter.call(EventsHandler::new, query(query));
    }

    private static List<Map<String, Object>> events(Answer answer) {
        return DeployedTemplate.at(answer.json(), "events");
    }

    private void publish() {
        counter.call(PublishHandler::new, EventFile.of("publish"), null);
    }

    private void paid() {
        counter.issue();
        counter.capture();
        publish();
    }

    private void add(int many) {
        for (int i = 0; i < many; i++)
            counter.feed.publish(
                    SampleEvents.event(counter.feed.head("demoshop") + 1), null, List.of(), counter.instant());
    }

    @Test
    void a_paid_payment_is_told_with_what_a_shop_books_it_by() {
        paid();

        Answer answer = read(Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("more", false).containsEntry("next", "cur_demoshop_1");
        Map<String, Object> event = events(answer).get(0);
        assertThat(event)
                .containsEntry("type", "payment.paid.v1")
                .containsEntry("cursor", "cur_demoshop_1")
                .containsEntry("timestamp", "2026-11-22T12:00:00Z");
        assertThat(DeployedTemplate.<Map<String, Object>>at(event, "data"))
                .containsEntry("id", Counter.ID)
                .containsEntry("seq", 3)
                .containsEntry("status", "PAID")
                .containsEntry("orderId", "1001")
                .containsEntry("ersReference", "ers-1")
                .containsEntry("refundedAmount", Map.of("currency", "SEK", "value", "0.00"))
                .containsEntry("invoiceReference", "1001")
                .containsEntry("createdAt", "2026-11-22T12:00:00Z")
                .containsEntry("paidAt", "2026-11-22T12:00:00Z")
                .containsKey("proof")
                .containsEntry("totalAmount", Map.of("currency", "SEK", "value", "547.00"));
    }

    @Test
    void one_that_ended_unpaid_is_told_with_its_reason() {
        counter.seqr.isSilent();
        counter.call(CheckoutHandler::new, "checkout");
        counter.call(CancelPaymentHandler::new, "cancel");
        publish();

        assertThat(DeployedTemplate.<Map<String, Object>>at(
                        events(read(Map.of())).get(0), "data"))
                .containsEntry("status", "CANCELED")
                .containsEntry("reason", "CANCELED_BY_SHOP")
                .doesNotContainKeys("proof", "paidAt", "ersReference", "refund");
    }

    /** The stream brings a change again, and so does the schedule that looks for what was missed. */
    @Test
    void it_is_told_once_however_often_it_is_published() {
        paid();
        publish();
        counter.pass(Duration.ofMinutes(2));
        Context context = Untouchable.except(Context.class, "getRemainingTimeInMillis", 29_000);
        counter.call(PublishHandler::new, EventFile.of("publish-every-minute"), context);

        assertThat(events(read(Map.of()))).hasSize(1);
    }

    @Test
    void what_the_stream_did_not_bring_is_found_within_two_minutes() {
        counter.issue();
        counter.capture();
        Context context = Untouchable.except(Context.class, "getRemainingTimeInMillis", 29_000);
        counter.call(PublishHandler::new, EventFile.of("publish-every-minute"), context);
        assertThat(events(read(Map.of()))).isEmpty();

        counter.pass(Duration.ofSeconds(60));
        counter.lines.clear();
        counter.call(PublishHandler::new, EventFile.of("publish-every-minute"), context);
        assertThat(counter.lines).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("event", "overdue")
                .containsEntry("published", 1)
                .containsEntry("queued", 0));
        assertThat(events(read(Map.of()))).hasSize(1);
    }

    @Test
    void a_refund_is_an_event_of_its_own_behind_the_payment() {
        paid();
        counter.seqr.refunds("ers-2");
        counter.call(RefundPaymentHandler::new, "refund");
        publish();

        Map<String, Object> refund = events(read(Map.of())).get(1);
        assertThat(refund).containsEntry("type", "refund.settled.v1");
        assertThat(DeployedTemplate.<Map<String, Object>>at(refund, "data"))
                .containsEntry("seq", 5)
                .containsEntry("state", "PAID");
        assertThat(DeployedTemplate.<Map<String, Object>>at(refund, "data", "refund"))
                .containsEntry("state", "SETTLED")
                .containsEntry("ersReference", "ers-2");
    }

    @Test
    void the_feed_is_read_on_from_any_cursor() {
        add(250);

        Answer first = read(Map.of("limit", "100"));
        assertThat(events(first)).hasSize(100);
        assertThat(first.json()).containsEntry("next", "cur_demoshop_100").containsEntry("more", true);
        Answer second = read(Map.of("after", "cur_demoshop_100"));
        assertThat(second.json()).containsEntry("next", "cur_demoshop_200").containsEntry("more", true);
        Answer last = read(Map.of("after", "cur_demoshop_200"));
        assertThat(events(last)).hasSize(50);
        assertThat(last.json()).containsEntry("next", "cur_demoshop_250").containsEntry("more", false);
        assertThat(read(Map.of("after", "cur_demoshop_250")).json())
                .containsEntry("events", List.of())
                .containsEntry("next", "cur_demoshop_250");
    }

    @Test
    void from_now_on_means_behind_the_latest() {
        add(3);
        assertThat(read(Map.of("after", "now")).json())
                .containsEntry("events", List.of())
                .containsEntry("next", "cur_demoshop_3")
                .containsEntry("more", false);
    }

    @Test
    void who_waits_gets_an_event_as_soon_as_there_is_one_and_an_empty_list_if_there_is_none() {
        Instant before = counter.instant();
        assertThat(events(read(Map.of("wait", "20")))).isEmpty();
        assertThat(counter.instant()).isEqualTo(before.plusSeconds(20));

        counter.after(3, () -> add(1));
        assertThat(events(read(Map.of("wait", "20")))).hasSize(1);
        assertThat(counter.instant()).isEqualTo(before.plusSeconds(23));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after | cur_other_1          | after is a cursor of another shop",
                "after | cur_demoshop_4       | after leads behind the latest event",
                "after | cur_demoshop_-1      | after must be a cursor of this feed",
                "after | evt_1_abc            | after must be a cursor of this feed",
                "after | cur_demoshop_01      | after must be a cursor of this feed",
                "after | 99999999999999999999 | after must be a cursor of this feed",
                "limit | 0                    | limit must be a whole number from 1 to 100",
                "limit | 101                  | limit must be a whole number from 1 to 100",
                "limit | ten                  | limit must be a whole number from 1 to 100",
                "wait  | 21                   | wait must be a whole number from 0 to 20",
                "wait  | -1                   | wait must be a whole number from 0 to 20",
                "page  | 2                    | page is not a field of this request"
            })
    void a_parameter_that_cannot_be_is_refused_with_its_name(String name, String value, String detail) {
        add(3);
        Answer answer = read(Map.of(name, value));
        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.json().get("detail")).startsWith(detail);
    }

    @Test
    void a_cursor_from_before_the_retention_is_told_from_where_the_feed_can_be_read_on() {
        add(9);
        counter.feed.forget("demoshop", 5);

        Answer gap = read(Map.of("after", "cur_demoshop_3"));
        assertThat(gap.status()).isEqualTo(410);
        assertThat(gap.json()).containsEntry("oldest", "cur_demoshop_5");
        assertThat(events(read(Map.of("after", "cur_demoshop_5")))).hasSize(4);
        assertThat(events(read(Map.of())))
                .as("who has no cursor begins with what there is")
                .hasSize(4);

        counter.feed.forget("demoshop", 9);
        assertThat(read(Map.of("after", "cur_demoshop_3")).json()).containsEntry("oldest", "cur_demoshop_9");
        assertThat(read(Map.of("after", "cur_demoshop_9")).status()).isEqualTo(200);
    }

    @Test
    void an_event_is_sent_again_under_its_id() {
        add(2);
        FeedEvent first = counter.feed.at("demoshop", 1).orElseThrow();
        Answer answer = counter.call(
                WebhooksHandler::new, EventFile.of("event-resend").with("pathParameters", Map.of("id", first.id())));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(events(read(Map.of())))
                .extracting(event -> event.get("id"))
                .containsExactly(
                        first.id(), counter.feed.at("demoshop", 2).orElseThrow().id(), first.id());
    }

    @Test
    void an_event_that_is_not_there_is_not_found() {
        add(1);
        for (String id : List.of("evt_1_0", "evt_2_abc", "evt_1", "pay_1"))
            assertThat(counter.call(
                                    WebhooksHandler::new,
                                    EventFile.of("event-resend").with("pathParameters", Map.of("id", id)))
                            .status())
                    .as(id)
                    .isEqualTo(404);
    }
}
