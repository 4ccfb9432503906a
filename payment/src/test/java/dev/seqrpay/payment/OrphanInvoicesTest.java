package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrphanInvoicesTest {
    private static final Reminder LOSER = new Reminder.CloseOrphan("pay_shop_a", "1001");

    private final UseCaseFixture shop = new UseCaseFixture();

    @Test
    void the_loser_is_written_down_before_it_is_cancelled() {
        List<Reminder> known = new ArrayList<>();
        lost();
        shop.seqr.agrees().meanwhile(() -> known.addAll(shop.queue.reminders()));

        shop.checkout("a");

        assertThat(known).contains(LOSER);
    }

    @Test
    void a_cancel_without_an_answer_is_made_again_from_the_queue() {
        lost();
        shop.seqr.isSilent();
        shop.checkout("a");
        shop.seqr.answers(95);

        shop.watch(OrphanInvoices.DELAY);

        assertThat(shop.seqr.calls).containsExactly("sendInvoice", "cancelInvoice 1001", "cancelInvoice 1001");
        assertThat(shop.queue.reminders()).doesNotContain(LOSER);
    }

    @ParameterizedTest
    @ValueSource(ints = {54, 55, 58, 95})
    void what_seqr_calls_closed_is_done(int code) {
        shop.issued();
        shop.seqr.answers(code);

        shop.watch.handle(new Reminder.CloseOrphan("pay_shop_a", "1002"));

        assertThat(shop.seqr.calls).containsExactly("cancelInvoice 1002");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 51, 90, 93, 94, 1234})
    void anything_else_is_not_and_the_queue_has_to_bring_it_again(int code) {
        shop.issued();
        shop.seqr.answers(code);

        assertThatExceptionOfType(SeqrException.class)
                .isThrownBy(() -> shop.watch.handle(new Reminder.CloseOrphan("pay_shop_a", "1002")));
    }

    @Test
    void the_payments_own_invoice_is_left_alone() {
        shop.issued();

        shop.watch.handle(LOSER);

        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void a_queue_that_is_away_does_not_keep_the_loser_from_being_cancelled() {
        lost();
        shop.seqr.agrees();
        Checkout checkout = new Checkout(
                shop.store,
                shop.seqr,
                OrphanInvoicesTest::away,
                shop.cancellation,
                shop.ids,
                shop,
                UseCaseFixture.LIFE);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> checkout(checkout));
        assertThat(shop.seqr.calls).containsExactly("sendInvoice", "cancelInvoice 1001");
    }

    @Test
    void an_invoice_whose_write_got_no_answer_is_cancelled_once_it_is_known_to_have_lost() {
        unansweredWrite(false);
        shop.seqr.agrees();

        shop.watch(OrphanInvoices.DELAY);

        assertThat(shop.seqr.calls).containsExactly("sendInvoice", "cancelInvoice 1001");
    }

    @Test
    void an_invoice_that_was_stored_after_all_is_not() {
        unansweredWrite(true);

        shop.queue.reminders().stream().filter(LOSER::equals).forEach(shop.watch::handle);

        assertThat(shop.seqr.calls).containsExactly("sendInvoice");
    }

    private void lost() {
        shop.seqr
                .issues("1001")
                .meanwhile(() ->
                        shop.cancellation.cancel(shop.ids.payment("shop", "a"), Reason.CANCELED_BY_SHOP, Cause.CANCEL));
    }

    private void unansweredWrite(boolean arrives) {
        shop.seqr.issues("1001");
        PaymentStore store = unanswering(shop.store, arrives);
        Checkout checkout =
                new Checkout(store, shop.seqr, shop.queue, shop.cancellation, shop.ids, shop, UseCaseFixture.LIFE);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> checkout(checkout));
        assertThat(shop.queue.reminders()).contains(LOSER);
    }

    /** A table that does not answer when the invoice is stored. */
    private static PaymentStore unanswering(PaymentStore table, boolean arrives) {
        return (PaymentStore) Proxy.newProxyInstance(
                OrphanInvoicesTest.class.getClassLoader(),
                new Class<?>[] {PaymentStore.class},
                (proxy, method, arguments) -> {
                    boolean issues = arguments[0] instanceof Change change
                            && change.payment().state() == State.ISSUED;
                    Object answer = issues && !arrives ? null : method.invoke(table, arguments);
                    if (issues) throw new IllegalStateException("the table is away");
                    return answer;
                });
    }

    private static void checkout(Checkout checkout) {
        checkout.checkout("shop", "terminal", "a", UseCaseFixture.order("a"), Terms.DEFAULT, UseCaseFixture.ADDRESSES);
    }

    private static void away(Reminder reminder, Duration delay) {
        if (reminder instanceof Reminder.CloseOrphan) throw new IllegalStateException("the queue is away");
    }
}
