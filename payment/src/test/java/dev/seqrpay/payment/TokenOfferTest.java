package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.UpdateRefused.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The payer's app offers a loyalty card and waits for the shop's answer (contract, "Loyalty"). */
class TokenOfferTest {
    private static final CustomerToken CARD = new CustomerToken("card-1", "9752", "Coffee club", Status.PENDING);
    private static final CustomerToken COUPON = new CustomerToken("coupon-2", "SPRING", null, Status.PENDING);
    private static final Map<String, Status> ANSWERS = Map.of("card-1", Status.USED, "coupon-2", Status.INVALID);
    private static final Money EIGHTY = Money.of("SEK", "80");

    private final UseCaseFixture shop = new UseCaseFixture();
    private final Payment payment = shop.issuedLoyal();

    private static InvoiceStatus waits(int version, CustomerToken... tokens) {
        return new InvoiceStatus("PENDING_ISSUER_ACKNOWLEDGE", version, null, null, null, null, List.of(tokens));
    }

    private static LineItems items(Money total) {
        return new LineItems(
                List.of(new Invoice.Row("Thing", BigDecimal.ONE, total, null, null, null, null, null, null)), total);
    }

    private Payment heard(InvoiceStatus status) {
        shop.pass(Duration.ofSeconds(10));
        shop.seqr.says(status);
        return shop.settle(payment);
    }

    private Payment answer(OrderChange change) {
        return shop.orderUpdate.update(shop.now(payment), change, UseCaseFixture.ADDRESSES);
    }

    private UpdateRefused refused(OrderChange change) {
        return catchThrowableOfType(UpdateRefused.class, () -> answer(change));
    }

    @Test
    void the_shop_is_told_what_the_app_offers() {
        Payment offered = heard(waits(3, CARD, COUPON));

        assertThat(offered.state()).isEqualTo(State.ISSUED);
        assertThat(offered.shopsWord()).isEqualTo("PENDING_ISSUER_ACKNOWLEDGE");
        assertThat(offered.offer().orElseThrow().tokens()).containsExactly(CARD, COUPON);
        assertThat(offered.seqrVersion()).isEqualTo(3);
        assertThat(shop.store.outbox(payment.id())).containsExactly(offered.version());
        assertThat(HistoryAudit.check(payment.id(), offered, shop.store.history(payment.id())))
                .isEmpty();
    }

    @Test
    void the_same_offer_is_told_once_and_a_later_one_again() {
        Payment offered = heard(waits(3, CARD));

        assertThat(heard(waits(3, CARD))).isEqualTo(offered);
        assertThat(heard(waits(2))).isEqualTo(offered);
        assertThat(heard(waits(4, CARD, COUPON)).version()).isEqualTo(offered.version() + 1);
        assertThat(shop.store.outbox(payment.id())).containsExactly(offered.version(), offered.version() + 1);
    }

    @Test
    void an_app_waits_without_tokens_too() {
        assertThat(heard(waits(3)).awaitsAcknowledgment()).isTrue();
        shop.seqr.agrees();

        assertThat(answer(new OrderChange(null, Map.of())).awaitsAcknowledgment())
                .isFalse();
    }

    @Test
    void a_shop_that_asked_for_no_loyalty_is_told_of_none() {
        UseCaseFixture plain = new UseCaseFixture();
        Payment issued = plain.issued();
        plain.pass(Duration.ofSeconds(10));
        plain.seqr.says(waits(3, CARD));

        assertThat(plain.settle(issued)).isEqualTo(issued);
    }

    @Test
    void the_answer_and_the_new_total_come_to_seqr_in_one_call() {
        heard(waits(3, CARD, COUPON));
        shop.seqr.calls.clear();
        shop.seqr.agrees();

        Payment answered = answer(new OrderChange(items(EIGHTY), ANSWERS));

        assertThat(shop.seqr.calls).containsExactly("updateInvoice 1001 80.00 SEK card-1 USED coupon-2 INVALID");
        assertThat(answered.shopsWord()).isEqualTo("ISSUED");
        assertThat(answered.offer().orElseThrow().tokens())
                .containsExactly(CARD.with(Status.USED), COUPON.with(Status.INVALID));
    }

    /** Whether SEQR was asked before it had the answer, or has lost it, is the same to see. */
    @Test
    void what_is_answered_is_not_asked_again_by_a_status_of_before() {
        heard(waits(3, CARD));
        shop.seqr.agrees();
        Payment answered = answer(new OrderChange(null, Map.of("card-1", Status.USED)));

        assertThat(heard(waits(3, CARD))).isEqualTo(answered);
    }

    @Test
    void an_answer_that_got_lost_is_sent_again() {
        heard(waits(3, CARD));
        OrderChange used = new OrderChange(null, Map.of("card-1", Status.USED));
        shop.seqr.isSilent().says("ISSUED", 4);
        assertThat(refused(used).kind()).isEqualTo(Kind.SEQR_UNAVAILABLE);
        Payment stored = shop.now(payment);
        shop.seqr.calls.clear();
        shop.seqr.agrees();

        assertThat(answer(used)).isEqualTo(stored);
        assertThat(shop.seqr.calls).containsExactly("updateInvoice 1001 100.00 SEK card-1 USED");
    }

    @Test
    void what_seqr_refuses_is_as_if_it_had_not_been_answered() {
        heard(waits(3, CARD));
        shop.seqr.answers(49).says(waits(3, CARD));

        UpdateRefused refused = refused(new OrderChange(items(EIGHTY), Map.of("card-1", Status.USED)));

        assertThat(refused.kind()).isEqualTo(Kind.REFUSED_BY_SEQR);
        assertThat(refused.payment().awaitsAcknowledgment()).isTrue();
        assertThat(refused.payment().offer().orElseThrow().tokens()).containsExactly(CARD);
        assertThat(refused.payment().invoice().total()).isEqualTo(ScriptedSeqr.TOTAL);
    }

    @Test
    void an_answer_names_each_token() {
        heard(waits(3, CARD, COUPON));

        for (OrderChange other : List.of(
                new OrderChange(items(EIGHTY)),
                new OrderChange(null, Map.of()),
                new OrderChange(null, Map.of("card-1", Status.USED)),
                new OrderChange(null, Map.of("card-1", Status.USED, "coupon-2", Status.USED, "coupon-3", Status.USED))))
            assertThat(refused(other).kind()).isEqualTo(Kind.OTHER_TOKENS);
        assertThat(shop.seqr.hasSaidAll()).isTrue();
    }

    @Test
    void nobody_answers_to_what_was_not_offered() {
        assertThat(refused(new OrderChange(null, ANSWERS)).kind()).isEqualTo(Kind.OTHER_TOKENS);
    }

    /** What SEQR says was paid decides, even if no answer was ever given. */
    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING", "USED"})
    void who_pays_has_paid(Status answer) {
        heard(waits(3, CARD));
        if (answer != Status.PENDING) {
            shop.seqr.agrees();
            answer(new OrderChange(items(EIGHTY), Map.of("card-1", answer)));
        }
        shop.seqr.says(new InvoiceStatus(
                "PAID", 5, "ers-1", "1001", shop.now(payment).invoice().total()));

        Payment paid = heard(new InvoiceStatus(
                "PAID", 5, "ers-1", "1001", shop.now(payment).invoice().total()));

        assertThat(paid.state()).isEqualTo(State.PAID);
        assertThat(paid.shopsWord()).isEqualTo("PAID");
        assertThat(paid.offer().orElseThrow().tokens()).containsExactly(CARD.with(answer));
        assertThat(paid.withoutPersonalData().offer()).isEmpty();
    }

    @Test
    void who_does_not_wait_for_the_shop_gives_up() {
        heard(waits(3, CARD));

        Payment canceled = heard(new InvoiceStatus("CANCELED", 4, null, null, null));

        assertThat(canceled.reason()).isEqualTo(Reason.CANCELED_BY_PAYER);
        assertThat(refused(new OrderChange(null, Map.of("card-1", Status.USED))).kind())
                .isEqualTo(Kind.NOT_WAITING);
    }

    @Test
    void a_wish_to_cancel_holds_against_an_offer() {
        shop.seqr.agrees().says("ISSUED", 1);
        shop.cancellation.cancel(payment.id(), Reason.CANCELED_BY_SHOP, Cause.CANCEL);

        assertThat(heard(waits(3, CARD)).state()).isEqualTo(State.CANCELING);
    }
}
