package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.State;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a shop and a shopper are told of their cancel, for each way in which it can end. */
class CancelOutcomesTest {
    private Counter counter = new Counter();

    @Test
    void it_is_cancelled() {
        counter.issue();
        counter.seqr.agrees().says("CANCELED", 2);
        Answer answer = cancel("cancel");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .containsEntry("id", Counter.ID)
                .containsEntry("status", "CANCELED")
                .containsEntry("reason", "CANCELED_BY_SHOP");
        assertThat(cancel("cancel")).as("asked again").isEqualTo(answer);
        assertThat(counter.seqr.calls).hasSize(2);
    }

    @Test
    void it_is_cancelled_by_the_shopper() {
        counter.issue();
        counter.seqr.agrees().says("CANCELED", 2);
        Answer answer = cancel("cancel-by-shopper");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("status", "CANCELED").containsEntry("reason", "CANCELED_BY_PAYER");
    }

    @Test
    void seqr_cannot_say_yet_and_who_comes_meanwhile_is_told_the_same() {
        counter.issue();
        counter.seqr.answers(51).says("ISSUED", 1);

        for (String event : new String[] {"cancel", "cancel", "cancel-by-shopper"}) {
            Answer answer = cancel(event);
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json()).containsEntry("state", "CANCELING");
        }
        assertThat(counter.seqr.calls).hasSize(2);
    }

    @Test
    void seqr_gives_no_answer_and_the_wish_is_kept() {
        counter.issue();
        counter.seqr.isSilent().isSilent();
        Answer answer = cancel("cancel");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "2");
        assertThat(counter.payment().state()).isEqualTo(State.CANCELING);
    }

    @Test
    void the_payer_was_faster() {
        counter.issue();
        counter.seqr.answers(50);
        counter.saysPaid().saysPaid();
        Answer answer = cancel("cancel");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json())
                .containsEntry("title", "Not cancelled")
                .containsEntry("detail", "The payment is PAID.")
                .containsEntry("paymentStatus", "PAID");
        assertThat(cancel("cancel-by-shopper"))
                .extracting(Answer::status, each -> each.json().get("status"))
                .containsExactly(200, "PAID");
    }

    /** The cancel has read the row without an invoice; before it is written down, the checkout's second try has one. */
    @Test
    void it_loses_the_race_to_a_checkout_and_is_not_forgotten() {
        boolean[] raced = {false};
        counter = new Counter(
                table -> beforeTheCancel(table, () -> {
                    if (raced[0]) return;
                    raced[0] = true;
                    assertThat(checkout()).extracting(Answer::status).isEqualTo(201);
                }),
                Scope.values());
        counter.seqr.isSilent();
        assertThat(checkout().status()).isEqualTo(503);
        counter.pass(Duration.ofSeconds(26));
        counter.seqr.calls.clear();
        counter.seqr.issues("1001").agrees().says("CANCELED", 2);
        Answer answer = cancel("cancel");

        assertThat(counter.seqr.calls).hasSize(3).startsWith("sendInvoice", "cancelInvoice 1001");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("status", "CANCELED").containsEntry("invoiceReference", "1001");
    }

    @Test
    void it_wins_the_race_and_the_checkouts_invoice_is_discarded() {
        Answer[] cancelled = new Answer[1];
        counter.seqr
                .issues("1001")
                .meanwhile(() -> cancelled[0] = cancel("cancel"))
                .agrees();
        Answer answer = checkout();

        assertThat(cancelled[0].status()).isEqualTo(200);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).containsEntry("status", "CANCELED").doesNotContainKeys("qrCode", "invoiceReference");
        assertThat(counter.seqr.calls).containsExactly("sendInvoice", "cancelInvoice 1001");
        assertThat(counter.reminders).extracting(Reminder::text).contains("DISCARD " + Counter.ID + " 1001");
    }

    private Answer checkout() {
        return counter.call(CheckoutHandler::new, "checkout");
    }

    private Answer cancel(String event) {
        return counter.call(CancelPaymentHandler::new, event);
    }

    private static PaymentStore beforeTheCancel(PaymentStore table, Runnable event) {
        return (PaymentStore) Proxy.newProxyInstance(
                CancelOutcomesTest.class.getClassLoader(),
                new Class<?>[] {PaymentStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")
                            && ((Change) arguments[0]).payment().state() == State.CANCELED) event.run();
                    try {
                        return method.invoke(table, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
