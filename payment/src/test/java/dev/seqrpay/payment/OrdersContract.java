package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.OfOrder;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The payments of one order: found by it, and each with a place of its own, so that two that begin at once see each other. */
interface OrdersContract extends StoreFixture {
    private static Payment of(String orderId) {
        return fresh(SampleOrders.withNumber(orderId));
    }

    private OfOrder found(String orderId) {
        return store().ofOrder("shop", orderId);
    }

    @Test
    default void an_order_that_never_had_a_payment_has_none() {
        assertThat(found("order")).isEqualTo(new OfOrder(0, List.of()));
    }

    @Test
    default void the_payments_of_an_order_are_found_the_latest_first() {
        Payment first = create(of("order"));
        Payment second = create(of("order"));
        apply(first.ended(State.CANCELED, Reason.REPLACED, NOW));
        Payment third = create(of("order"));

        assertThat(found("order")).isEqualTo(new OfOrder(3, List.of(third.id(), second.id(), first.id())));
    }

    @Test
    default void orders_of_similar_numbers_and_of_other_shops_are_apart() {
        for (String other : List.of("o", "order1", "order#", "order#1", "ORDER", "order ", "#order")) create(of(other));

        assertThat(found("order")).isEqualTo(new OfOrder(0, List.of()));
        assertThat(store().ofOrder("shop2", "order1")).isEqualTo(new OfOrder(0, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Kr\u00e4ftor \uD83E\uDD9E", "#/?&%:\"'\\", "\u0416\u05d0\u0627\u0e01\u4e2d"})
    default void an_order_may_have_any_number(String orderId) {
        Payment payment = create(of(orderId));

        assertThat(found(orderId)).isEqualTo(new OfOrder(1, List.of(payment.id())));
    }

    @Test
    default void a_place_is_given_once_and_who_is_overtaken_leaves_nothing_behind() {
        Payment second = of("order");
        Payment first = create(of("order"));

        assertThat(store().commit(Change.created(second, 1))).isEqualTo(new Committed(Outcome.OVERTAKEN, second));

        assertThat(store().find(second.id())).isEmpty();
        assertThat(store().history(second.id())).isEmpty();
        assertThat(outbox(second.id())).isEmpty();
        assertThat(store().due(FAR, 1000)).containsExactly(first.id());
        assertThat(found("order")).isEqualTo(new OfOrder(1, List.of(first.id())));
        assertUntouched(first);
    }

    @Test
    default void who_was_overtaken_may_have_the_next_place() {
        Payment first = create(of("order"));
        Payment second = of("order");
        store().commit(Change.created(second, 1));

        applied(store().commit(Change.created(second, 2)), second);
        assertThat(found("order").ids()).containsExactly(second.id(), first.id());
    }

    @Test
    default void a_creation_that_loses_to_the_same_payment_takes_no_place() {
        Payment first = create(of("order"));
        Payment again = fresh(first.id(), "terminal", SampleOrders.withNumber("order"), NOW.plusSeconds(1));

        assertThat(store().commit(Change.created(again, 1))).isEqualTo(new Committed(Outcome.LOST, first));
        assertThat(store().commit(Change.created(again, 2))).isEqualTo(new Committed(Outcome.LOST, first));
        assertThat(found("order")).isEqualTo(new OfOrder(1, List.of(first.id())));
    }

    @Test
    default void of_many_who_want_a_place_one_gets_it() throws Exception {
        List<Payment> payments =
                IntStream.range(0, 8).mapToObj(number -> of("order")).toList();

        List<Committed> ends =
                ManyAtOnceContract.atOnce(8, number -> store().commit(Change.created(payments.get(number), 1)));

        assertThat(ends).extracting(Committed::outcome).containsOnlyOnce(Outcome.APPLIED);
        assertThat(ends).extracting(Committed::outcome).containsOnly(Outcome.APPLIED, Outcome.OVERTAKEN);
        Payment winner = ends.stream()
                .filter(Committed::isApplied)
                .findFirst()
                .orElseThrow()
                .payment();
        assertThat(found("order")).isEqualTo(new OfOrder(1, List.of(winner.id())));
        assertThat(store().due(FAR, 1000)).containsExactly(winner.id());
    }

    @Test
    default void of_very_many_the_latest_are_found_and_all_are_counted() {
        List<String> ids = new ArrayList<>();
        for (int place = 1; place <= OfOrder.MOST + 3; place++) {
            Payment payment = of("order");
            store().commit(Change.created(payment, place));
            ids.add(0, payment.id());
        }

        assertThat(found("order")).isEqualTo(new OfOrder(OfOrder.MOST + 3, ids.subList(0, OfOrder.MOST)));
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 25);
    }

    /** Not even if the table's answer got lost and the write was made again. */
    @ParameterizedTest
    @MethodSource("seeds")
    default void no_payment_overtakes_itself(long seed) {
        PaymentStore faulty = faulty(seed);
        Payment payment = of("order");
        Outcome outcome = null;
        while (outcome == null)
            try {
                outcome = faulty.commit(Change.created(payment, 1)).outcome();
            } catch (RuntimeException e) {
                if (!isFault(e)) throw e;
            }

        assertThat(outcome).isIn(Outcome.APPLIED, Outcome.LOST);
        assertThat(found("order")).isEqualTo(new OfOrder(1, List.of(payment.id())));
        assertUntouched(payment.stored(stored(payment).historyHash()));
    }
}
