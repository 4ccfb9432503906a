package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.wiring.Wiring;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment that a person has to look at: the shop must not take it for open, and a view waits in words that SEQR has. */
class ReviewTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void seqrSaysThatAnotherAmountIsPaid() {
        counter.issue();
        InvoiceStatus other = new InvoiceStatus("PAID", 2, "ers-1", null, Money.of("SEK", "1"));
        counter.seqr.says(other).says(other);
        counter.call(NotificationHandler::new, "notification-post");
        counter.seqr.calls.clear();
    }

    private Map<String, Object> answer(Function<Wiring, RequestStreamHandler> handler, EventFile event) {
        return counter.call(handler, event).json();
    }

    private Map<String, Object> answer(Function<Wiring, RequestStreamHandler> handler, String event) {
        return answer(handler, EventFile.of(event));
    }

    private void assertForTheShop(Map<String, Object> payment) {
        assertThat(payment)
                .containsEntry("id", Counter.ID)
                .containsEntry("status", "REVIEW")
                .containsEntry("state", "REVIEW");
    }

    private void assertForTheView(Map<String, Object> status) {
        assertThat(status).containsEntry("status", "ISSUED").containsEntry("state", "REVIEW");
    }

    @Test
    void the_shop_reads_so_in_both_views_of_the_payment() {
        assertForTheShop(answer(ReadPaymentHandler::new, "read-payment"));
        assertForTheShop(answer(CheckoutHandler::new, "checkout"));
        assertThat(answer(CancelPaymentHandler::new, "cancel")).containsEntry("paymentStatus", "REVIEW");
        List<Map<String, Object>> ofOrder =
                DeployedTemplate.at(answer(ReadPaymentHandler::new, "payments-of-order"), "payments");
        assertThat(ofOrder).singleElement().satisfies(this::assertForTheShop);
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void so_does_a_shop_that_wants_another_payment_for_the_order() {
        EventFile again = Counter.header(EventFile.of("checkout"), "idempotency-key", "another-cart");

        assertForTheShop(DeployedTemplate.at(answer(CheckoutHandler::new, again), "payment"));
    }

    @Test
    void a_view_keeps_its_own_word_and_knows_what_it_stands_for() {
        assertForTheView(answer(PaymentStatusHandler::new, "status"));
        assertForTheView(answer(PaymentPageHandler::new, "view"));
        assertForTheView(answer(SocketHandler::new, "socket-message"));
        assertForTheView(answer(CancelPaymentHandler::new, "cancel-by-shopper"));
    }
}
