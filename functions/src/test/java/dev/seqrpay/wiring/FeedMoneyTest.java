package dev.seqrpay.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.InMemoryFeed;
import dev.seqrpay.http.EventJson;
import dev.seqrpay.payment.PaymentStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which events of a feed are of a time; what they lead to is read from the table, where here nothing is. */
class FeedMoneyTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final InMemoryFeed feed = new InMemoryFeed();
    private final List<String> read = new ArrayList<>();

    private final PaymentStore store = PaymentStore.class.cast(Proxy.newProxyInstance(
            FeedMoneyTest.class.getClassLoader(), new Class<?>[] {PaymentStore.class}, (proxy, method, arguments) -> {
                if (!method.getName().equals("find")) throw new AssertionError(method);
                read.add((String) arguments[0]);
                return Optional.empty();
            }));

    private final FeedMoney money = new FeedMoney(feed, store, reference -> Optional.of("pay_1"));

    @Test
    void only_what_was_paid_or_given_back_in_the_time_is_looked_at() {
        for (int hour = 0; hour < 500; hour++) {
            String type = List.of("payment.paid.v1", "refund.settled.v1", "payment.cancelled.v1")
                    .get(hour % 3);
            publish(hour + 1, type, "pay_" + hour, START.plusSeconds(3600L * hour));
        }

        money.between("shop", START.plusSeconds(3600L * 100), START.plusSeconds(3600L * 106));

        assertThat(read).containsExactly("pay_100", "pay_102", "pay_103", "pay_105");
    }

    @Test
    void what_was_published_late_is_found_and_what_is_forgotten_is_not_needed() {
        for (int hour = 0; hour < 100; hour++)
            publish(hour + 1, "payment.paid.v1", "pay_" + hour, START.plusSeconds(3600L * hour));
        publish(101, "payment.paid.v1", "pay_late", START.plusSeconds(3600L * 50 + 1));
        feed.forget("shop", 40);

        money.between("shop", START.plusSeconds(3600L * 50), START.plusSeconds(3600L * 51));
        money.between("shop", Instant.EPOCH, START.plusSeconds(3600L * 42));

        assertThat(read).containsExactly("pay_50", "pay_late", "pay_40", "pay_41");
    }

    private void publish(long position, String type, String paymentId, Instant at) {
        String body = EventJson.body(type, at, Map.of("id", paymentId, "refund", Map.of("id", "ref_1")));
        feed.publish(new FeedEvent("shop", position, "evt_" + position + "_a", type, at, body), null, List.of(), at);
    }
}
