package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.event.OutboxEntry;
import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.Buyer;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Decision;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.HistoryEntry.Step;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import dev.seqrpay.payment.SampleStandings;
import dev.seqrpay.payment.Source;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read is what was written, to the last field, and what is due is on the sweep's list. */
class RowsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456789Z");
    private static final Money HUNDRED = Money.of("EUR", "100");

    /** Each field with a value of its own, so that none can be taken for another. */
    private static Payment payment(State state, boolean titled) {
        Invoice.Row cap = new Invoice.Row(
                "Cap",
                new BigDecimal("2.5"),
                Money.of("EUR", "120"),
                Money.of("EUR", "48"),
                Money.of("EUR", "3"),
                new BigDecimal("12.5"),
                "KGM",
                "SKU-1",
                "7310865004703");
        Invoice.Row coupon = new Invoice.Row(
                "Coupon",
                BigDecimal.ONE,
                Money.of("EUR", "100").minus(Money.of("EUR", "120")),
                null,
                null,
                null,
                null,
                null,
                null);
        Invoice invoice = new Invoice(
                "order-1",
                "Fest",
                titled,
                List.of(cap, coupon),
                HUNDRED,
                NOW.minusSeconds(60),
                "cashier",
                "footer",
                "https://shop.example/back",
                "https://shop.example/renew",
                "https://shop.example/thanks",
                "https://shop.example/cart",
                null,
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                new TreeMap<>(Map.of("cart", "c-17", "empty", "")));
        Standing.Paid paid = SampleStandings.paid(NOW.plusSeconds(3), Money.of("EUR", "30"), Money.of("EUR", "40"));
        return new Payment(
                new Purchase("pay_a", "shop", "terminal", invoice, NOW, NOW.plusSeconds(900)),
                4,
                NOW.plusSeconds(4),
                SampleStandings.in(state, Reason.CANCELED_BY_SHOP, paid));
    }

    /** One of a link, whose order was changed twice and paid as it was at first. */
    @Test
    void what_a_payment_was_made_by_and_was_for_before_reads_as_it_was_written() {
        Payment plain = payment(State.PAID, true);
        Invoice order = plain.invoice();
        Invoice.LineItems first = order.lineItems();
        Money ten = Money.of("EUR", "10");
        Invoice.LineItems second = new Invoice.LineItems(
                List.of(new Invoice.Row("Pen", BigDecimal.ONE, ten, null, null, null, null, null, null)), ten);
        Buyer buyer = new Buyer("A Name", "A Street 1", "A City", "SE", "A State", "111 22", "a@b.example", "4670");
        Purchase purchase = new Purchase(
                "pay_a",
                "shop",
                "terminal",
                order,
                NOW,
                NOW.plusSeconds(900),
                new Source("link_a", buyer),
                List.of(second, first),
                ten);
        Payment changed = new Payment(purchase, 4, NOW, plain.standing(), "abc");

        assertThat(PaymentItem.payment(PaymentItem.of(changed))).isEqualTo(changed);
    }

    @Test
    void a_row_of_nothing_but_a_checkout_says_no_more() {
        assertThat(PaymentItem.of(payment(State.ISSUED, true)).attributes())
                .doesNotContainKeys("link", "buyer", "former", "missed");
    }

    @Test
    void keys_are_of_their_shop() {
        assertThat(Keys.link("shop", "link_a").attributes())
                .isEqualTo(Item.key("LNK#shop", "link_a").attributes());
        assertThat(Keys.erasure("shop").attributes())
                .isEqualTo(Item.key("ERA#shop", "U").attributes());
        assertThat(Keys.listedMerchant("shop").attributes())
                .isEqualTo(Item.key("MERS", "shop").attributes());
        assertThat(Keys.listedMerchant("").attributes())
                .isEqualTo(Item.key("MERS", "-").attributes());
    }

    @Test
    void a_refund_of_rows_reads_as_it_was_written() {
        RefundDetails details = new RefundDetails(
                List.of(new RefundDetails.Row(2, new BigDecimal("1.5"), Money.of("EUR", "3"))), "too small", "support");
        Refund refund =
                new Refund("ref_a", "pay_a", Money.of("EUR", "3"), Refund.State.REQUESTED, null, null, NOW, details);

        assertThat(RefundItem.refund(RefundItem.of(refund))).isEqualTo(refund);
        Refund plain = new Refund("ref_a", "pay_a", Money.of("EUR", "3"), Refund.State.REQUESTED, null, null, NOW);
        assertThat(RefundItem.of(plain).attributes()).doesNotContainKey("rows");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void a_payment_of_each_state_reads_as_it_was_written(State state) {
        assertThat(PaymentItem.payment(PaymentItem.of(payment(state, true)))).isEqualTo(payment(state, true));
    }

    @Test
    void a_title_that_is_the_shops_name_stays_one_that_was_not_given() {
        Payment untitled = payment(State.ISSUED, false);

        assertThat(PaymentItem.payment(PaymentItem.of(untitled)).invoice()).isEqualTo(untitled.invoice());
        assertThat(untitled.invoice().titled()).isFalse();
    }

    /** 12:15:00 of that day, and the last change for what is being cancelled. */
    @Test
    void what_can_still_be_paid_is_on_the_sweeps_list_at_its_time() {
        assertThat(PaymentItem.of(payment(State.ISSUED, true)).text("gsk")).isEqualTo("001767269700#pay_a");
        assertThat(PaymentItem.of(payment(State.CREATED, true)).text("gsk")).isEqualTo("001767269700#pay_a");
        assertThat(PaymentItem.of(payment(State.CANCELING, true)).text("gsk")).isEqualTo("001767268804#pay_a");
        assertThat(PaymentItem.of(payment(State.ISSUED, true)).text("gpk")).matches("DUE#[0-7]");
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "CANCELED", "FAILED", "REVIEW", "REVERSED"})
    void what_has_ended_is_not(State ended) {
        assertThat(PaymentItem.of(payment(ended, true)).attributes()).doesNotContainKeys("gpk", "gsk");
    }

    @ParameterizedTest
    @EnumSource(Refund.State.class)
    void a_refund_of_each_state_reads_as_it_was_written(Refund.State state) {
        Refund refund = new Refund("ref_a", "pay_a", Money.of("EUR", "12.34"), state, "ers-9", 97, NOW);

        Item row = RefundItem.of(refund);

        assertThat(RefundItem.refund(row)).isEqualTo(refund);
        if (state == Refund.State.REQUESTED) assertThat(row.text("gsk")).isEqualTo("001767269520#pay_a");
        else assertThat(row.attributes()).doesNotContainKeys("gpk", "gsk");
    }

    private static Item history(Change change) {
        return EventItem.of(change.payment().id(), change.entry());
    }

    @Test
    void the_history_reads_as_it_was_written() {
        Refund refund = new Refund("ref_a", "pay_a", Money.of("EUR", "1"), Refund.State.SETTLED, null, 0, NOW);
        Change change =
                new Change(State.ISSUED, payment(State.PAID, true), Cause.SWEEP, 93, Duration.ofMillis(1_234), refund);

        Item row = history(change);

        assertThat(EventItem.entry(row).step())
                .isEqualTo(new Step(4, State.ISSUED, State.PAID, Cause.SWEEP, 93, 1_234L, NOW.plusSeconds(4)));
        assertThat(EventItem.entry(row)).isEqualTo(change.entry());
        assertThat(EventItem.entry(row).refund()).isEqualTo(refund);
    }

    @Test
    void who_decided_and_why_reads_as_it_was_written() {
        Decision decision = new Decision("support", "it is in the report");
        Change change = new Change(
                State.REVIEW, payment(State.PAID, true), Cause.PERSON, null, null, null, null, null, decision);

        assertThat(EventItem.entry(history(change)).decision()).isEqualTo(decision);
    }

    @Test
    void a_first_change_without_a_question_has_no_state_before_no_code_and_no_latency() {
        Change change = new Change(null, payment(State.CREATED, true), Cause.CHECKOUT, null, null, null);

        assertThat(EventItem.entry(history(change)).step())
                .isEqualTo(new Step(4, null, State.CREATED, Cause.CHECKOUT, null, null, NOW.plusSeconds(4)));
    }

    @Test
    void what_is_to_be_told_reads_as_it_was_written() {
        Refund refund = new Refund("ref_a", "pay_a", Money.of("EUR", "1"), Refund.State.SETTLED, null, 0, NOW);
        Change change = new Change(State.PAID, payment(State.PAID, true), Cause.REFUND, null, null, refund);

        Item row = OutboxItem.of(EventType.REFUND_SETTLED, change);

        assertThat(row.text("sk")).isEqualTo("OB#000004");
        assertThat(row.text("gsk")).isEqualTo("001767268864#pay_a");
        assertThat(OutboxItem.entry(row))
                .isEqualTo(new OutboxEntry(
                        "pay_a",
                        4,
                        EventType.REFUND_SETTLED,
                        State.PAID,
                        null,
                        change.payment().refunded(),
                        refund,
                        NOW.plusSeconds(4)));
    }

    /** By the beginning of the key the template says which function may write it. */
    @Test
    void a_socket_is_beside_its_payment_and_a_key_beside_its_shop() {
        assertThat(Keys.connection("pay_a", NOW, "c-1").attributes())
                .isEqualTo(Item.key("PAY#pay_a", "WS#001767268800#c-1").attributes());
        assertThat(Keys.apiKey("shop", "shop-1").attributes())
                .isEqualTo(Item.key("MER#shop", "KEY#shop-1").attributes());
        assertThat(Keys.merchant("shop").attributes())
                .isEqualTo(Item.key("MER#shop", "META").attributes());
    }
}
