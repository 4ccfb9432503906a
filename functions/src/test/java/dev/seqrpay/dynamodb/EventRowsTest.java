package dev.seqrpay.dynamodb;

import static dev.seqrpay.event.SampleEvents.ENDPOINT;
import static dev.seqrpay.event.SampleEvents.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.SampleEvents;
import dev.seqrpay.payment.DayIndex.Place;
import dev.seqrpay.webhook.Delivery;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What shops are told, as rows: where it is, when it goes, and that it reads as it was written. */
class EventRowsTest {
    private final FeedEvent event = SampleEvents.event(12);

    @Test
    void an_event_is_at_its_position_for_thirty_days() {
        Item row = FeedItem.of(event, NOW);

        assertThat(FeedItem.event("demoshop", row)).isEqualTo(event);
        assertThat(row.text("pk")).isEqualTo("FEED#demoshop");
        assertThat(row.text("sk")).isEqualTo("000000000012");
        assertThat(row.longNumber("ttl"))
                .isEqualTo(NOW.plusSeconds(30L * 24 * 3600).getEpochSecond());
    }

    @Test
    void a_delivery_is_beside_its_endpoint_and_on_the_list_of_what_is_to_be_tried() {
        Item row = DeliveryItem.fresh(event, ENDPOINT, NOW);

        assertThat(DeliveryItem.delivery(row))
                .isEqualTo(new Delivery(
                        new DeliveryName(ENDPOINT, 12),
                        event.id(),
                        event.type(),
                        Delivery.State.PENDING,
                        0,
                        null,
                        null,
                        null,
                        null));
        assertThat(row.text("pk")).isEqualTo("DLV#" + ENDPOINT);
        assertThat(row.text("sk")).isEqualTo("000000000012");
        assertThat(row.text("gpk")).matches("DLV#[0-7]");
        assertThat(row.text("gsk")).isEqualTo("001795348800#" + ENDPOINT);
    }

    /** So that one list is read in eight parts at once, and not in one. */
    @Test
    void lists_are_spread_over_their_partitions() {
        assertThat(IntStream.range(0, 200).mapToObj(number -> {
                    Item item = new Item();
                    Keys.due(item, "pay_" + number, NOW);
                    return item.text("gpk");
                }))
                .contains("DUE#0", "DUE#1", "DUE#2", "DUE#3", "DUE#4", "DUE#5", "DUE#6", "DUE#7");
    }

    /** By the beginning of the key the template says which function may read or write it. */
    @Test
    void each_row_is_where_the_rights_to_it_are() {
        assertKey(Keys.feedHead("shop"), "FEED#shop", "HEAD");
        assertKey(Keys.webhookEndpoint("shop", ENDPOINT), "EPS#shop", ENDPOINT);
        assertKey(Keys.keyUse("shop-1"), "USE#shop-1", "U");
        assertKey(
                Keys.ofDay("shop", new Place(LocalDate.parse("2026-11-22"), "1795348800000#pay_a")),
                "DAY#shop#2026-11-22",
                "1795348800000#pay_a");
    }

    private static void assertKey(Item item, String pk, String sk) {
        assertThat(item.attributes()).isEqualTo(Item.key(pk, sk).attributes());
    }

    @Test
    void what_is_published_has_its_position() {
        assertThat(OutboxItem.isPublished(new Item())).isFalse();
        assertThat(OutboxItem.isPublished(new Item().put("n", 12))).isTrue();
    }

    @Test
    void bytes_read_as_they_were_written() {
        assertThat(new Item().put("hash", new byte[] {1, 2}).bytes("hash")).containsExactly(1, 2);
        assertThat(new Item().putTexts("none", Map.of()).attributes()).isEmpty();
    }
}
