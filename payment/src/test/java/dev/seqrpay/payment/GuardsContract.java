package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.ers;
import static dev.seqrpay.payment.StoreFixture.fresh;
import static dev.seqrpay.payment.StoreFixture.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SEQR's invoice, and the money itself, belong to one payment. */
interface GuardsContract extends StoreFixture {
    private Payment wants(Payment created, String reference) {
        return created.issued(reference, "HTTP://SEQR.SE/R1", NOW);
    }

    private void assertTaken(Payment before, Payment after) {
        assertThat(commit(after)).isEqualTo(new Committed(Outcome.TAKEN, before));
        assertUntouched(before);
    }

    @Test
    default void an_invoice_reference_belongs_to_one_payment() {
        Payment second = created();

        assertTaken(second, wants(second, issued().reference()));
    }

    @Test
    default void an_ersReference_belongs_to_one_payment() {
        Payment second = issued();

        assertTaken(second, second.paid(paid().ersReference(), 2, NOW));
    }

    /** Each way there is into a state. */
    static Stream<Arguments> ways() {
        return Stream.of(State.values())
                .flatMap(from ->
                        Stream.of(State.values()).filter(from::mayBecome).map(to -> Arguments.of(from, to)));
    }

    private Payment next(Payment payment, State to) {
        return switch (to) {
            case CREATED -> payment.attempted(new Attempt(2, NOW), NOW);
            case ISSUED ->
                payment.state() == State.ISSUED
                        ? payment.changedBy(
                                new OrderChange(SampleOrders.withNumber("x").lineItems()), NOW)
                        : wants(payment, reference());
            case PAID ->
                payment.state() == State.PAID
                        ? payment.refunding(TEN, payment.reserved(), NOW)
                        : payment.paid(ers(), 2, NOW);
            case RESERVED ->
                switch (payment.state()) {
                    case RESERVED ->
                        payment.changedBy(
                                new OrderChange(SampleOrders.withNumber("x").lineItems()), NOW);
                    case CAPTURING -> payment.notCaptured(NOW);
                    default -> payment.reserved(2, NOW.plusSeconds(3600), NOW);
                };
            case CAPTURING -> payment.capturing(NOW);
            case CANCELING -> payment.canceling(Reason.EXPIRED, Cause.CANCEL, NOW);
            case CANCELED, FAILED, REVIEW -> payment.ended(to, Reason.EXPIRED, NOW);
            case REVERSED -> payment.reversed(NOW);
        };
    }

    @ParameterizedTest
    @MethodSource("ways")
    default void a_late_change_has_lost_from_any_state_to_any_other(State from, State to) {
        Payment before = in(from);
        Payment late = next(before, to);
        Payment winner = apply(next(before, to));

        Committed committed = store().commit(Change.of(before, late, Cause.POLL));

        assertThat(committed).isEqualTo(new Committed(Outcome.LOST, winner));
        assertUntouched(winner);
    }

    @ParameterizedTest
    @MethodSource("ways")
    default void what_was_read_before_a_change_is_neither_claimed_nor_written_to_after_it(State from, State to) {
        Payment before = in(from);
        StoredPayment read = store().read(before.id()).orElseThrow();
        Payment after = apply(next(before, to));

        assertThat(store().claim(read, NOW)).isFalse();
        store().recordNoAnswer(before, NOW);
        store().recordVersion(before, 99);
        store().release(before, new Attempt(7, NOW));

        assertThat(store().read(before.id())).contains(new StoredPayment(after, Claim.NONE));
        assertUntouched(after);
    }

    @ParameterizedTest
    @MethodSource("ways")
    default void a_reference_that_is_taken_is_refused_from_any_state(State from, State to) {
        boolean isNew = (to == State.ISSUED || to == State.PAID) && from != to;
        if (!isNew) return;
        Payment owner = paid();
        Payment second = in(from);
        Payment wanted =
                to == State.ISSUED ? wants(second, owner.reference()) : second.paid(owner.ersReference(), 2, NOW);

        assertTaken(second, wanted);
        assertUntouched(owner);
        assertUntouched(apply(next(second, to)));
    }

    @Test
    default void another_terminals_invoices_have_references_of_their_own() {
        Payment other = create(fresh("pay_other", "another terminal", SampleOrders.full(), NOW));

        assertUntouched(apply(wants(other, issued().reference())));
    }

    @Test
    default void an_ersReference_is_one_for_all_terminals() {
        Payment other = issued(create(fresh("pay_other", "another terminal", SampleOrders.full(), NOW)));

        assertTaken(other, other.paid(paid().ersReference(), 2, NOW));
    }

    @Test
    default void the_two_kinds_of_references_are_apart() {
        Payment first = apply(wants(created(), "4711"));

        assertUntouched(apply(issued().paid("4711", 2, NOW)));
        assertUntouched(first);
    }

    @Test
    default void what_has_ended_keeps_its_references() {
        Payment issued = issued();
        apply(issued.ended(State.CANCELED, Reason.EXPIRED, NOW));
        Payment second = created();

        assertTaken(second, wants(second, issued.reference()));
    }

    @Test
    default void who_was_refused_a_reference_may_have_another() {
        Payment second = created();
        commit(wants(second, issued().reference()));

        assertUntouched(apply(wants(second, reference())));
    }

    @Test
    default void who_was_refused_the_money_may_go_to_review() {
        Payment second = issued();
        commit(second.paid(paid().ersReference(), 2, NOW));

        assertUntouched(apply(second.ended(State.REVIEW, Reason.DUPLICATE_REFERENCE, NOW)));
    }

    @Test
    default void who_is_late_and_refused_has_lost() {
        Payment created = created();
        Payment winner = issued(created);

        Committed late = store().commit(Change.of(created, wants(created, issued().reference()), Cause.CHECKOUT));

        assertThat(late).isEqualTo(new Committed(Outcome.LOST, winner));
    }

    @Test
    default void a_payment_does_not_stand_in_its_own_way() {
        Payment paid = apply(canceling().paid(ers(), 2, NOW));

        assertUntouched(apply(paid.refunding(TEN, paid.reserved(), NOW)));
    }
}
