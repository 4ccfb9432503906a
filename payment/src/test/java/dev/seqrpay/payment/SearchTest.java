package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.DayIndex.Place;
import dev.seqrpay.payment.Search.Found;
import dev.seqrpay.payment.Search.Query;
import dev.seqrpay.payment.memory.InMemoryPayments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryPayments store = new InMemoryPayments();
    private final InMemoryDays days = new InMemoryDays();
    private final Search search = new Search(days, store);

    /** One that failed, unless it is the tenth. */
    private Payment made(int number, Instant at) {
        Payment created = Payment.created(
                new Purchase(
                        "pay_" + number,
                        "shop",
                        "terminal",
                        UseCaseFixture.order("order-" + number),
                        at,
                        at.plusSeconds(900)),
                new Attempt(1, at));
        Payment stored = store.commit(Change.created(created, 1)).payment();
        if (number % 10 != 0) store.commit(PaymentStoreContract.end(stored));
        days.add(created);
        return created;
    }

    private void madeEveryHour(int many) {
        for (int number = 1; number <= many; number++) made(number, START.plus(Duration.ofHours(number)));
    }

    private static Query query(State state, String text, int limit, Place after) {
        return new Query("shop", START, START.plus(Duration.ofDays(365)), state, text, limit, after);
    }

    private List<String> all(State state, String text, int limit) {
        List<String> ids = new ArrayList<>();
        Place after = null;
        do {
            Found found = search.find(query(state, text, limit, after));
            found.payments().forEach(payment -> ids.add(payment.id()));
            after = found.next();
        } while (after != null);
        return ids;
    }

    private static List<String> ids(int from, int to, int step) {
        return IntStream.iterate(from, number -> number >= to, number -> number - step)
                .mapToObj(number -> "pay_" + number)
                .toList();
    }

    @Test
    void the_latest_come_first_page_by_page_and_none_is_left_out_or_shown_twice() {
        madeEveryHour(130);
        for (int limit : new int[] {1, 7, 50, 100, 1000})
            assertThat(all(null, null, limit)).as("" + limit).isEqualTo(ids(130, 1, 1));
    }

    @Test
    void those_of_a_state_are_found_among_many_others() {
        madeEveryHour(1000);
        assertThat(all(State.CREATED, null, 20)).isEqualTo(ids(1000, 10, 10));
        assertThat(all(State.PAID, null, 20)).isEmpty();
    }

    @Test
    void a_text_is_found_in_the_orders_number_whatever_its_case() {
        madeEveryHour(30);
        assertThat(all(null, "ORDER-17", 20)).containsExactly("pay_17");
        assertThat(all(null, "pay_2", 3))
                .containsExactlyElementsOf(List.of(
                        "pay_29", "pay_28", "pay_27", "pay_26", "pay_25", "pay_24", "pay_23", "pay_22", "pay_21",
                        "pay_20", "pay_2"));
    }

    @Test
    void one_call_looks_at_so_many_rows_and_no_more() {
        madeEveryHour(1000);
        Instant latest = START.plus(Duration.ofHours(1000));
        Found found = search.find(new Query("shop", START, latest, State.PAID, null, 20, null));
        assertThat(found.payments()).isEmpty();
        assertThat(found.next().paymentId()).as("the 300th").isEqualTo("pay_701");
    }

    @Test
    void payments_before_and_after_the_time_are_not_among_them() {
        madeEveryHour(48);
        Query day = new Query(
                "shop", START.plus(Duration.ofHours(10)), START.plus(Duration.ofHours(20)), null, null, 100, null);
        assertThat(search.find(day).payments()).extracting(Payment::id).isEqualTo(ids(20, 10, 1));
        assertThat(search.find(day).next()).isNull();
    }

    @Test
    void another_shops_payments_are_not_among_them() {
        madeEveryHour(3);
        Query other = new Query("other", START, START.plus(Duration.ofDays(9)), null, null, 100, null);
        assertThat(search.find(other)).isEqualTo(new Found(List.of(), null));
    }

    /** So many empty days cost so many reads: the next call goes on. */
    @Test
    void a_long_time_without_payments_is_gone_through_in_several_calls() {
        made(1, START);
        Query year = query(null, null, 20, null);
        assertThat(search.find(year).payments()).isEmpty();
        assertThat(search.find(year).next()).isNotNull();
        assertThat(all(null, null, 20)).containsExactly("pay_1");
    }

    @Test
    void payments_of_one_millisecond_are_told_apart() {
        for (int number = 1; number <= 120; number++) made(number, START);
        assertThat(all(null, null, 50)).hasSize(120).doesNotHaveDuplicates();
    }
}
