package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seqrpay.payment.memory.InMemoryPayments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Instant NEVER = Instant.MAX;
    private static final String SHOPPER = "anna@shopper.example";

    private final InMemoryPayments table = new InMemoryPayments();
    private final InMemoryDays days = new InMemoryDays();
    private Instant now = NOW;
    private final InstantSource clock = () -> now;
    private final Retention retention = new Retention(table, days, table, clock);

    private Payment made(String id, Instant at) {
        Payment created = Payment.created(
                new Purchase(id, "shop", "terminal", order(), at, at.plusSeconds(900)), new Attempt(1, at));
        days.add(created);
        return table.commit(
                        Change.created(created, table.ofOrder("shop", "1001").count() + 1))
                .payment();
    }

    @Test
    void who_has_bought_is_forgotten_and_by_which_link_is_not() {
        Buyer buyer = new Buyer(SHOPPER, null, null, null, null, null, SHOPPER, null);
        Payment created = Payment.created(
                new Purchase(
                        "pay_1",
                        "shop",
                        "terminal",
                        SampleOrders.bare(),
                        NOW,
                        NOW.plusSeconds(900),
                        new Source("link_1", buyer)),
                new Attempt(1, NOW));
        table.commit(PaymentStoreContract.end(
                table.commit(Change.created(created, 1)).payment()));

        assertThat(retention.erase("pay_1")).isTrue();

        assertThat(table.find("pay_1").orElseThrow().purchase().source()).isEqualTo(Source.ofLink("link_1"));
        assertThat(retention.erase("pay_1")).isFalse();
    }

    private void ended(String id, Instant at) {
        table.commit(PaymentStoreContract.end(made(id, at)));
    }

    private static Invoice order() {
        Invoice plain = SampleOrders.full();
        return new Invoice(
                "1001",
                plain.title(),
                true,
                plain.rows(),
                plain.total(),
                Instant.parse("2026-01-01T12:00:00Z"),
                SHOPPER,
                SHOPPER,
                "https://shop.example/?back=" + SHOPPER,
                "https://shop.example/?renew=" + SHOPPER,
                "https://shop.example/?return=" + SHOPPER,
                "https://shop.example/?cancel=" + SHOPPER,
                null,
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                new TreeMap<>(Map.of("customer", SHOPPER)));
    }

    private boolean tellsOfTheShopper(String id) {
        return table.find(id).orElseThrow().toString().contains(SHOPPER);
    }

    private List<String> personal(String... ids) {
        return Stream.of(ids).filter(this::tellsOfTheShopper).toList();
    }

    @Test
    void what_bookkeeping_needs_stays() {
        ended("pay_1", NOW);
        Payment before = table.find("pay_1").orElseThrow();

        assertThat(retention.erase("pay_1")).isTrue();

        Payment after = table.find("pay_1").orElseThrow();
        assertThat(tellsOfTheShopper("pay_1")).isFalse();
        assertThat(after.invoice())
                .returns("1001", Invoice::orderId)
                .returns(before.invoice().title(), Invoice::title)
                .returns(before.invoice().titled(), Invoice::titled)
                .returns(before.invoice().rows(), Invoice::rows)
                .returns(before.invoice().total(), Invoice::total)
                .returns(before.invoice().issueDate(), Invoice::issueDate);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("purchase.invoice")
                .isEqualTo(before);
        assertThat(HistoryAudit.check("pay_1", after, table.history("pay_1"))).isEmpty();
        assertThat(retention.erase("pay_1")).isFalse();
    }

    @Test
    void one_that_may_still_be_paid_is_left_as_it_is() {
        made("pay_1", NOW);

        assertThatIllegalStateException()
                .isThrownBy(() -> retention.erase("pay_1"))
                .withMessage("pay_1 has not ended yet");
        assertThat(tellsOfTheShopper("pay_1")).isTrue();
        assertThat(retention.erase("pay_2")).isFalse();
    }

    /**
     * The longest term is a day, the longest reservation a week, and an end takes a moment: on the 100th day after the checkout all
     * that was made has ended 90 days ago.
     */
    @Test
    void the_stated_time_after_their_end_they_are_erased_and_no_sooner() {
        Instant today = Instant.parse("2026-06-30T00:00:00Z");
        ended("pay_99", today.minus(Duration.ofDays(99)));
        ended("pay_100", today.minus(Duration.ofDays(99)).minusMillis(1));
        ended("pay_400", today.minus(Duration.ofDays(400)));

        assertThat(retention.eraseOld("shop", KEPT, NEVER)).isEqualTo(2);

        assertThat(personal("pay_99", "pay_100", "pay_400")).containsExactly("pay_99");
        assertThat(table.erasedThrough("shop")).contains(LocalDate.of(2026, 3, 22));
    }

    @Test
    void the_next_run_goes_on_where_the_one_before_has_ended_even_a_month_later() {
        retention.eraseOld("shop", KEPT, NEVER);
        ended("pay_1", NOW.minus(KEPT));
        ended("pay_2", NOW.minus(KEPT).plus(Duration.ofDays(20)));

        now = NOW.plus(Duration.ofDays(30));
        assertThat(retention.eraseOld("shop", KEPT, NEVER)).isEqualTo(2);
        assertThat(retention.eraseOld("shop", KEPT, NEVER)).isZero();
        assertThat(personal("pay_1", "pay_2")).isEmpty();
    }

    @Test
    void a_day_that_is_done_is_not_looked_at_again() {
        retention.eraseOld("shop", KEPT, NEVER);
        ended("pay_1", NOW.minus(Duration.ofDays(120)));

        now = NOW.plus(Duration.ofDays(1));
        assertThat(retention.eraseOld("shop", KEPT, NEVER)).isZero();
        assertThat(tellsOfTheShopper("pay_1")).isTrue();
    }

    @Test
    void a_day_of_many_pages_is_erased_whole() {
        Instant day = NOW.minus(Duration.ofDays(120));
        for (int number = 0; number < 201; number++) ended("pay_" + number, day.plusSeconds(number));

        assertThat(retention.eraseOld("shop", KEPT, NEVER)).isEqualTo(201);
    }

    @Test
    void when_its_time_is_up_the_rest_is_left_to_the_next_run() {
        ended("pay_1", NOW.minus(Duration.ofDays(120)));

        assertThat(retention.eraseOld("shop", KEPT, NOW)).isZero();
        assertThat(table.erasedThrough("shop")).isEmpty();
        assertThat(retention.eraseOld("shop", KEPT, NEVER)).isEqualTo(1);
    }

    /** A refund may be booked at the same moment. */
    @Test
    void one_that_changes_meanwhile_is_read_again() {
        ended("pay_1", NOW);
        int[] tries = {0};
        Retention racing = new Retention(
                table,
                days,
                new InMemoryPayments() {
                    @Override
                    public synchronized boolean erase(Payment read) {
                        return ++tries[0] > 2 && table.erase(read);
                    }
                },
                clock);

        assertThat(racing.erase("pay_1")).isTrue();
        assertThat(tellsOfTheShopper("pay_1")).isFalse();
    }
}
