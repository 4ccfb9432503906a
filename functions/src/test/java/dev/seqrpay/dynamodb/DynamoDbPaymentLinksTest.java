package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.link.PaymentLink;
import dev.seqrpay.link.PaymentLinks;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoDbPaymentLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static LocalTable table;

    private PaymentLinks links;

    @BeforeAll
    static void start() {
        table = new LocalTable();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @BeforeEach
    void renew() {
        table.renew();
        links = new DynamoDbPaymentLinks(table.client(), table.name());
    }

    private static PaymentLink link(String merchantId, Instant made, Integer maxUses, Instant expiresAt) {
        Money price = Money.of("SEK", "149");
        Invoice.Row cup =
                new Invoice.Row("Cup", BigDecimal.ONE, price, null, null, new BigDecimal("25"), null, null, null);
        Invoice invoice = new Invoice("1002", "Cup", List.of(cup), price, null, null, null, null, null);
        return new PaymentLink(
                PaymentLink.id(made, "a".repeat(26)), merchantId, invoice, maxUses, expiresAt, made, false);
    }

    @Test
    void each_is_found_as_it_was_put_by_its_shop_alone() {
        PaymentLink once = link("shop", NOW, 1, NOW.plusSeconds(60));
        PaymentLink reusable = link("shop", NOW.plusSeconds(1), null, null);
        links.put(once);
        links.put(reusable);

        assertThat(links.find("shop", once.id())).contains(once);
        assertThat(links.find("shop", reusable.id())).contains(reusable);
        assertThat(links.find("other", once.id())).isEmpty();

        links.put(once.switched(false));
        assertThat(links.find("shop", once.id())).contains(once.switched(false));
    }

    @Test
    void one_that_ends_is_deleted_120_days_after_that_and_no_other() {
        PaymentLink ends = link("shop", NOW, 1, NOW.plusSeconds(60));
        PaymentLink lasts = link("shop", NOW.plusSeconds(1), null, null);
        links.put(ends);
        links.put(lasts);

        assertThat(row(ends).longNumber("ttl"))
                .isEqualTo(NOW.plusSeconds(60).plus(Duration.ofDays(120)).getEpochSecond());
        assertThat(row(lasts).longNumberOrNull("ttl")).isNull();
    }

    @Test
    void one_key_of_a_shop_makes_one_link() {
        PaymentLink first = link("shop", NOW, 1, null);
        PaymentLink again = link("shop", NOW.plusSeconds(1), 1, null);

        assertThat(links.create(first, "key")).isEqualTo(first);
        assertThat(links.create(again, "key")).isEqualTo(first);

        assertThat(links.of("shop", Optional.empty(), 10)).containsExactly(first);
        PaymentLink others = link("other", NOW, 1, null);
        assertThat(links.create(others, "key")).isEqualTo(others);
        assertThat(links.create(again, "another key")).isEqualTo(again);
    }

    /** The function that had the key first died before the link was put. */
    @Test
    void a_key_without_its_link_gets_it_from_the_next_call() {
        PaymentLink first = link("shop", NOW, 1, null);
        links.create(first, "key");
        table.client().deleteItem(delete -> delete.tableName(table.name())
                .key(Keys.link("shop", first.id()).attributes()));
        PaymentLink again = link("shop", NOW.plusSeconds(1), 1, null);

        assertThat(links.create(again, "key")).isEqualTo(again.withId(first.id()));
        assertThat(links.of("shop", Optional.empty(), 10)).containsExactly(again.withId(first.id()));
    }

    private Item row(PaymentLink link) {
        return new Item(table.client()
                .getItem(get -> get.tableName(table.name())
                        .key(Keys.link(link.merchantId(), link.id()).attributes()))
                .item());
    }

    /** A hundred of these are more than DynamoDB puts into one answer. */
    @Test
    void links_with_long_orders_are_all_listed() {
        for (int i = 0; i < 40; i++) {
            PaymentLink plain = link("shop", NOW.plusMillis(i), 1, null);
            Invoice order = plain.invoice();
            Invoice.Row row = order.rows().get(0);
            Invoice.Row zero = new Invoice.Row(
                    "x".repeat(255), row.quantity(), row.total().zero(), null, null, null, null, null, null);
            List<Invoice.Row> rows = new ArrayList<>(Collections.nCopies(120, zero));
            rows.add(row);
            Invoice large = new Invoice("1002", "Cup", rows, order.total(), null, null, null, null, null);
            links.put(new PaymentLink(plain.id(), "shop", large, 1, null, plain.createdAt(), false));
        }
        assertThat(links.of("shop", Optional.empty(), 40)).hasSize(40);
    }

    @Test
    void those_of_a_shop_come_the_latest_first_from_any_place_on() {
        PaymentLink first = link("shop", NOW, 1, null);
        PaymentLink second = link("shop", NOW.plusMillis(1), 1, null);
        PaymentLink third = link("shop", NOW.plusSeconds(100_000_000), 1, null);
        for (PaymentLink each : List.of(second, third, first, link("other", NOW, 1, null))) links.put(each);

        assertThat(links.of("shop", Optional.empty(), 10)).containsExactly(third, second, first);
        assertThat(links.of("shop", Optional.empty(), 2)).containsExactly(third, second);
        assertThat(links.of("shop", Optional.of(second.id()), 10)).containsExactly(first);
        assertThat(links.of("nobody", Optional.empty(), 10)).isEmpty();
    }
}
