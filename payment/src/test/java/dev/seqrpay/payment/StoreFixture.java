package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A store that is empty when a test begins, and payments to put into it. */
interface StoreFixture {
    Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    Duration LIFE = Duration.ofMinutes(15);
    Instant EXPIRY = NOW.plus(LIFE);
    /** Longer than anything that is due could wait. */
    Instant FAR = NOW.plus(Duration.ofDays(9999));

    Money TEN = Money.of("SEK", "10");

    PaymentStore store();

    /** The versions of which the shop is to be told. */
    List<Integer> outbox(String paymentId);

    /** The same table, on the way to which calls get lost, refused and delayed, the same for the same seed. */
    PaymentStore faulty(long seed);

    /** Whether a call failed because it got no good answer, and not because it was wrong. */
    boolean isFault(RuntimeException failure);

    static Payment fresh() {
        return fresh(NOW);
    }

    static Payment fresh(Instant at) {
        return fresh("pay_" + UUID.randomUUID(), "terminal", SampleOrders.full(), at);
    }

    static Payment fresh(Invoice invoice) {
        return fresh("pay_" + UUID.randomUUID(), "terminal", invoice, NOW);
    }

    static Payment fresh(String id, String terminal, Invoice invoice, Instant at) {
        return Payment.created(
                new Purchase(id, "shop", terminal, invoice, at, at.plus(LIFE)), new Attempt(1, at.plusSeconds(25)));
    }

    default Attempt attempt(Payment created) {
        return ((Standing.Created) created.standing()).attempt();
    }

    static String reference() {
        return "ref-" + UUID.randomUUID();
    }

    static String ers() {
        return "ers-" + UUID.randomUUID();
    }

    /** The payment as the next one of its order. */
    default Change creation(Payment payment) {
        return Change.created(
                payment,
                store().ofOrder(payment.merchantId(), payment.invoice().orderId())
                                .count()
                        + 1);
    }

    default Payment created() {
        return create(fresh());
    }

    default Payment create(Payment payment) {
        return applied(store().commit(creation(payment)), payment);
    }

    default Payment issued() {
        return issued(created());
    }

    default Payment issued(Payment created) {
        return apply(created.issued(reference(), "HTTP://SEQR.SE/R1", created.createdAt()));
    }

    default Payment paid() {
        return apply(issued().paid(ers(), 2, NOW));
    }

    default Payment canceling() {
        return apply(issued().canceling(Reason.EXPIRED, Cause.CANCEL, NOW));
    }

    default Payment reserved() {
        return apply(issued().reserved(2, NOW.plusSeconds(3600), NOW));
    }

    /** A payment that has come to that state as payments do. */
    default Payment in(State state) {
        return switch (state) {
            case CREATED -> created();
            case ISSUED -> issued();
            case CANCELING -> canceling();
            case RESERVED -> reserved();
            case CAPTURING -> apply(reserved().capturing(NOW));
            case PAID -> paid();
            case CANCELED -> apply(canceling().ended(State.CANCELED, Reason.EXPIRED, NOW.plusSeconds(1)));
            case FAILED -> apply(created().ended(State.FAILED, Reason.NOT_ISSUED, NOW));
            case REVIEW -> apply(issued().ended(State.REVIEW, Reason.MISMATCH, NOW));
            case REVERSED -> apply(paid().reversed(NOW));
        };
    }

    default Payment apply(Payment after) {
        return applied(commit(after), after);
    }

    default Payment apply(Payment before, Payment after, Refund refund) {
        return applied(store().commit(Change.of(before, after, refund)), after);
    }

    /** The stored payment is the one that was to be stored, with its history. */
    default Payment applied(Committed committed, Payment after) {
        assertThat(committed.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(committed.payment())
                .isEqualTo(after.stored(committed.payment().historyHash()));
        return committed.payment();
    }

    default Committed commit(Payment after) {
        return store().commit(Change.answered(stored(after), after, Cause.POLL, 0, Duration.ofMillis(7)));
    }

    /** One who reads the row and then wants to ask, as often as once in the interval. */
    default boolean claims(PaymentStore store, Payment payment, Instant now, Duration interval) {
        Claim claim = store.read(payment.id()).orElseThrow().claim();
        Duration afterFailure = interval.compareTo(Claim.AFTER_FAILURE) < 0 ? interval : Claim.AFTER_FAILURE;
        return claim.isFree(now, interval, afterFailure) && store.claim(new StoredPayment(payment, claim), now);
    }

    default boolean claims(Payment payment, Instant now, Duration interval) {
        return claims(store(), payment, now, interval);
    }

    default Payment stored(Payment payment) {
        return store().find(payment.id()).orElseThrow();
    }

    /** Nothing happened to the payment but its changes so far. */
    default void assertUntouched(Payment payment) {
        assertThat(stored(payment)).isEqualTo(payment);
        assertWhole(payment.id());
    }

    /** One line of history for each version, which together tell how the row came about, and each end in the outbox once. */
    default void assertWhole(String id) {
        Payment row = store().find(id).orElseThrow();
        State state = null;
        int version = 0;
        for (HistoryEntry event : store().history(id)) {
            assertThat(event.version()).isEqualTo(++version);
            assertThat(event.from()).isEqualTo(state);
            state = event.to();
        }
        assertThat(state).isEqualTo(row.state());
        assertThat(version).isEqualTo(row.version());
        assertThat(HistoryAudit.check(id, row, store().history(id))).isEmpty();
        assertThat(outbox(id)).isSorted().doesNotHaveDuplicates().containsAll(ends(store().history(id)));
    }

    private static List<Integer> ends(List<HistoryEntry> history) {
        return history.stream()
                .filter(event -> event.from() != event.to() && !event.to().isOpen() && event.to() != State.CAPTURING)
                .map(HistoryEntry::version)
                .toList();
    }
}
