package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a payer has reserved, and what becomes of it (contract, "Reservations"). */
class CaptureTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String COMMIT = "commitReservation 1001 100.00 SEK";

    private final UseCaseFixture shop = new UseCaseFixture();

    private Payment capture(Payment payment) {
        return shop.capture.capture(payment);
    }

    private CaptureRefused refused(Payment payment) {
        try {
            Payment captured = capture(payment);
            throw new AssertionError("captured: " + captured);
        } catch (CaptureRefused e) {
            return e;
        }
    }

    private Payment capturing() {
        Payment payment = shop.reserved();
        shop.seqr.isSilent().isSilent();
        Payment capturing = capture(payment);
        shop.seqr.calls.clear();
        return capturing;
    }

    @Test
    void what_the_payer_confirms_is_reserved_and_acknowledged() {
        Payment payment = shop.issuedReserving();
        shop.seqr.says("RESERVED", 2).says("RESERVED", 2);

        Payment reserved = shop.settle(payment);

        assertThat(reserved.state()).isEqualTo(State.RESERVED);
        assertThat(reserved.reservedUntil()).contains(shop.instant().plus(HOUR));
        assertThat(reserved.seqrVersion()).isEqualTo(2);
        assertThat(shop.seqr.calls).containsExactly("getPaymentStatus 1001 v0", "getPaymentStatus 1001 v2");
        assertThat(reserved.holdsItsOrder()).isTrue();
    }

    @Test
    void a_reservation_that_the_shop_did_not_ask_for_decides_nothing() {
        Payment payment = shop.issued();
        shop.seqr.says("RESERVED", 2).says("RESERVED", 2);

        assertThat(shop.settle(payment).state()).isEqualTo(State.ISSUED);
    }

    /** {@code RESERVATION_DESIRED} may debit at once. */
    @Test
    void what_is_debited_at_once_is_paid() {
        Payment payment = shop.issuedReserving();
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        assertThat(shop.settle(payment).state()).isEqualTo(State.PAID);
    }

    @Test
    void nobody_asks_about_what_is_reserved() {
        Payment payment = shop.reserved();
        shop.pass(Duration.ofMinutes(10));

        shop.watch(Duration.ofMinutes(20));
        shop.statusLookup.look(payment.id(), Cause.POLL);
        shop.sweep.run(Instant.MAX);

        assertThat(shop.seqr.calls).isEmpty();
        assertThat(shop.now(payment)).isEqualTo(payment);
    }

    @Test
    void the_shop_takes_it() {
        Payment payment = shop.reserved();
        shop.pass(Duration.ofMinutes(50));
        shop.seqr.agrees().saysPaid(3, "ers-1").saysPaid(3, "ers-1");

        Payment paid = capture(payment);

        assertThat(paid.state()).isEqualTo(State.PAID);
        assertThat(paid.ersReference()).isEqualTo("ers-1");
        assertThat(paid.paidAt()).isEqualTo(shop.instant());
        assertThat(shop.seqr.calls).containsExactly(COMMIT, "getPaymentStatus 1001 v2", "getPaymentStatus 1001 v3");
        assertThat(capture(paid)).as("once more").isEqualTo(paid);
        assertThat(shop.seqr.hasSaidAll()).isTrue();
    }

    /** Whether SEQR's receipt dates the reservation or its capture, no document tells. */
    @Test
    void the_time_of_the_reservation_is_not_too_long_ago() {
        Payment payment = shop.reserved();
        shop.pass(Duration.ofMinutes(50));
        InvoiceStatus old =
                new InvoiceStatus("PAID", 3, "ers-1", "1001", ScriptedSeqr.TOTAL, Duration.ofMinutes(50), List.of());
        shop.seqr.agrees().says(old).says(old);

        assertThat(capture(payment).state()).isEqualTo(State.PAID);
    }

    @Test
    void another_amount_than_that_of_the_order_is_for_a_person() {
        Payment payment = shop.reserved();
        InvoiceStatus less = new InvoiceStatus("PAID", 3, "ers-1", "1001", Money.of("SEK", "99.99"));
        shop.seqr.agrees().says(less).says(less);

        CaptureRefused refused = refused(payment);

        assertThat(refused.payment().state()).isEqualTo(State.REVIEW);
        assertThat(refused.payment().reason()).isEqualTo(Reason.MISMATCH);
    }

    @Test
    void the_shop_takes_less_after_it_has_changed_the_order() {
        Payment payment = shop.reserved();
        Money less = Money.of("SEK", "80");
        shop.seqr.agrees();
        Payment changed = shop.orderUpdate.update(payment, items(less), UseCaseFixture.ADDRESSES);
        InvoiceStatus paid = new InvoiceStatus("PAID", 3, "ers-1", "1001", less);
        shop.seqr.agrees().says(paid).says(paid);

        Payment captured = capture(changed);

        assertThat(changed.state()).isEqualTo(State.RESERVED);
        assertThat(changed.reservedUntil()).isEqualTo(payment.reservedUntil());
        assertThat(captured.invoice().total()).isEqualTo(less);
        assertThat(captured.state()).isEqualTo(State.PAID);
        assertThat(shop.seqr.calls).contains("updateInvoice 1001 80.00 SEK", "commitReservation 1001 80.00 SEK");
    }

    private static LineItems items(Money total) {
        Invoice.Row row = UseCaseFixture.order("a").rows().get(0);
        return new LineItems(
                List.of(new Invoice.Row(row.description(), row.quantity(), total, null, null, null, null, null, null)),
                total);
    }

    /** 11: more than is reserved. The payer's money is still held, so the shop can take it another time. */
    @ParameterizedTest
    @ValueSource(ints = {11, 49, 93, 20})
    void a_refusal_leaves_it_reserved(int code) {
        Payment payment = shop.reserved();
        shop.seqr.answers(code).says("RESERVED", 2);

        CaptureRefused refused = refused(payment);

        assertThat(refused.payment().state()).isEqualTo(State.RESERVED);
        assertThat(refused.payment().reservedUntil()).isEqualTo(payment.reservedUntil());
        assertThat(refused.refusal()).get().extracting(SeqrException::code).isEqualTo(code);

        shop.seqr.agrees().saysPaid(3, "ers-1").saysPaid(3, "ers-1");
        assertThat(capture(payment).state()).isEqualTo(State.PAID);
    }

    /** 96, because SEQR took it at an earlier call, or because its time was over: the status tells which. */
    @Test
    void what_is_not_reserved_at_seqr_is_what_seqr_says() {
        Payment payment = shop.reserved();
        shop.seqr.answers(96).saysPaid(3, "ers-1").saysPaid(3, "ers-1");
        assertThat(capture(payment).state()).isEqualTo(State.PAID);
    }

    @Test
    void a_commit_that_comes_too_late_gets_nothing() {
        Payment payment = shop.reserved();
        shop.seqr.answers(96).says("CANCELED", 3);

        CaptureRefused refused = refused(payment);

        assertThat(refused.refusal()).isEmpty();
        assertThat(refused.payment().state()).isEqualTo(State.CANCELED);
        assertThat(refused.payment().reason()).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void a_lost_answer_is_looked_after_by_the_watch() {
        Payment capturing = capturing();
        assertThat(capturing.state()).isEqualTo(State.CAPTURING);
        shop.seqr.saysPaid(3, "ers-1").saysPaid(3, "ers-1");

        shop.watch(Duration.ofSeconds(20));

        assertThat(shop.now(capturing).state()).isEqualTo(State.PAID);
        assertThat(shop.seqr.calls).containsExactly("getPaymentStatus 1001 v2", "getPaymentStatus 1001 v3");
    }

    /** No reminder could be sent, so nobody would hear SEQR's answer in time if this function died. */
    @Test
    void without_a_watch_it_does_not_begin() {
        Payment payment = shop.reserved();
        shop.queue.isAway();

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> capture(payment));

        assertThat(shop.now(payment)).isEqualTo(payment);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void the_sweep_tells_seqr_again() {
        Payment capturing = capturing();
        shop.pass(Duration.ofMinutes(1));
        shop.seqr.says("RESERVED", 2).agrees().saysPaid(3, "ers-1").saysPaid(3, "ers-1");

        shop.sweep.run(Instant.MAX);

        assertThat(shop.now(capturing).state()).isEqualTo(State.PAID);
        assertThat(shop.seqr.calls).contains(COMMIT);
    }

    @Test
    void the_shop_may_ask_again_within_the_lease_which_asks_nobody() {
        Payment capturing = capturing();
        assertThat(capture(capturing)).isEqualTo(capturing);
        assertThat(shop.seqr.calls).isEmpty();

        shop.pass(Duration.ofSeconds(6));
        shop.seqr.agrees().saysPaid(3, "ers-1").saysPaid(3, "ers-1");
        assertThat(capture(capturing).state()).isEqualTo(State.PAID);
    }

    /** The first call may still be on its way: then the money is the shop's, and the row must not say that it is only reserved. */
    @Test
    void a_refusal_of_a_later_call_ends_nothing() {
        Payment capturing = capturing();
        shop.pass(Duration.ofSeconds(6));
        shop.seqr.answers(93).says("RESERVED", 2);

        assertThat(capture(capturing).state()).isEqualTo(State.CAPTURING);
    }

    @Test
    void a_capture_that_stays_undecided_is_for_a_person() {
        Payment capturing = capturing();
        shop.pass(HOUR.plusMinutes(30));
        shop.seqr.says("RESERVED", 2).answers(90).says("RESERVED", 2);

        shop.sweep.run(Instant.MAX);

        assertThat(shop.now(capturing).state()).isEqualTo(State.REVIEW);
        assertThat(shop.now(capturing).reason()).isEqualTo(Reason.UNDECIDED);
    }

    @Test
    void until_the_reservation_ends_no_person_need_look() {
        Payment capturing = capturing();
        shop.pass(HOUR.minusMinutes(1));
        shop.seqr.says("RESERVED", 2).answers(90).says("RESERVED", 2);

        shop.sweep.run(Instant.MAX);

        assertThat(shop.now(capturing).state()).isEqualTo(State.CAPTURING);
    }

    @Test
    void what_is_not_taken_in_time_is_let_go() {
        Payment payment = shop.reserved();
        shop.pass(HOUR);
        shop.seqr.agrees().says("CANCELED", 3);

        shop.sweep.run(Instant.MAX);

        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
        assertThat(shop.now(payment).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(shop.seqr.calls).containsExactly("cancelInvoice 1001", "getPaymentStatus 1001 v2");
    }

    @Test
    void the_shop_lets_it_go() {
        Payment payment = shop.reserved();
        shop.seqr.agrees().says("CANCELED", 3);

        Payment canceled = shop.cancellation
                .cancel(payment.id(), Reason.CANCELED_BY_SHOP, Cause.CANCEL)
                .orElseThrow();

        assertThat(canceled.state()).isEqualTo(State.CANCELED);
        assertThat(canceled.reason()).isEqualTo(Reason.CANCELED_BY_SHOP);
    }

    /** What is reserved can still be cancelled, so the shop's wish holds. */
    @Test
    void a_cancel_that_seqr_did_not_hear_is_told_again() {
        Payment payment = shop.reserved();
        shop.seqr.isNotReached().says("RESERVED", 2);
        shop.cancellation.cancel(payment.id(), Reason.CANCELED_BY_SHOP, Cause.CANCEL);
        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELING);
        shop.pass(Duration.ofMinutes(1));
        shop.seqr.says("RESERVED", 2).agrees().says("CANCELED", 3);

        shop.sweep.run(Instant.MAX);

        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
    }

    @Test
    void the_payer_cannot_take_it_back() {
        Payment payment = shop.reserved();

        assertThat(shop.cancellation.cancel(payment.id(), Reason.CANCELED_BY_PAYER, Cause.CANCEL))
                .contains(payment);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void a_checkout_does_not_replace_it() {
        Payment payment = shop.reserved();
        Terms replacing = new Terms(null, OpenPayment.REPLACE);

        assertThatExceptionOfType(CheckoutRefused.class)
                .isThrownBy(() -> shop.checkout.checkout(
                        "shop", "terminal", "b", UseCaseFixture.order("a"), replacing, UseCaseFixture.ADDRESSES))
                .matches(refused -> refused.kind() == CheckoutRefused.Kind.ORDER_TAKEN);
        assertThat(shop.now(payment)).isEqualTo(payment);
    }

    private Payment in(State state) {
        Payment before = state == State.REVERSED ? shop.paid() : shop.issued();
        Instant now = shop.instant();
        return switch (state) {
            case ISSUED -> before;
            case CANCELING -> commit(before, before.canceling(Reason.EXPIRED, Cause.SWEEP, now));
            case REVERSED -> commit(before, before.reversed(now));
            default -> commit(before, before.ended(state, Reason.UNDECIDED, now));
        };
    }

    private Payment commit(Payment before, Payment after) {
        return shop.store.commit(Change.of(before, after, Cause.POLL)).payment();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CREATED", "RESERVED", "CAPTURING", "PAID"})
    void nothing_else_can_be_captured(State state) {
        Payment payment = in(state);

        CaptureRefused refused = refused(payment);

        assertThat(refused.payment()).isEqualTo(payment);
        assertThat(refused.refusal()).isEmpty();
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void its_shop_is_told() {
        Payment payment = shop.issuedReserving();
        Payment reserved = payment.reserved(2, shop.instant().plus(HOUR), shop.instant());
        Payment capturing = reserved.capturing(shop.instant());

        assertThat(EventType.of(Change.of(payment, reserved, Cause.POLL))).contains(EventType.PAYMENT_RESERVED);
        assertThat(EventType.of(Change.of(reserved, capturing, Cause.CAPTURE))).isEmpty();
        assertThat(EventType.of(Change.of(capturing, capturing.notCaptured(shop.instant()), Cause.CAPTURE)))
                .as("SEQR did not take it, and the shop may ask once more")
                .contains(EventType.PAYMENT_RESERVED);
    }
}
