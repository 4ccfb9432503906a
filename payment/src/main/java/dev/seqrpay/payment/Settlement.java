package dev.seqrpay.payment;

import static dev.seqrpay.payment.State.CANCELED;
import static dev.seqrpay.payment.State.CANCELING;
import static dev.seqrpay.payment.State.FAILED;
import static dev.seqrpay.payment.State.PAID;
import static dev.seqrpay.payment.State.REVIEW;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The only way from SEQR's word to our row. The notification, the browser's poll, the pages, the watch, a cancel and the sweep
 * all end here, so whichever comes first captures the payment and the others find it captured.
 */
public final class Settlement {
    /** SEQR reverses what nobody has heard of within 20 seconds; one of them may have been cut off. */
    private static final Duration LATEST = Duration.ofSeconds(19);
    /** As much as two clocks of ours may differ. */
    private static final Duration APART = Duration.ofMinutes(10);

    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final InstantSource clock;

    public Settlement(PaymentStore store, SeqrGateway seqr, InstantSource clock) {
        this.store = store;
        this.seqr = seqr;
        this.clock = clock;
    }

    /**
     * Asks SEQR if it is worth it and nobody else has within the interval, and stores the answer.
     *
     * @return the row as it is now; empty if there is no such payment
     * @throws SeqrException if SEQR gave no readable answer; the row is as it was
     */
    Optional<Payment> settle(String id, Cause cause, Pace pace) {
        return store.read(id).map(read -> askIfFree(read, cause, pace).orElse(read.payment()));
    }

    /** @return what SEQR's answer made of it; empty if it was not for us to ask */
    Optional<Payment> askIfFree(StoredPayment read, Cause cause, Pace pace) {
        return claimAndAsk(read, pace, payment -> ask(payment, cause));
    }

    /** Does what asks SEQR if the payment can still be paid and nobody else has asked within the pace. */
    Optional<Payment> claimAndAsk(StoredPayment read, Pace pace, UnaryOperator<Payment> question) {
        Payment payment = read.payment();
        Instant now = clock.instant();
        if (!payment.state().isPayable() || !pace.allows(read, now)) return Optional.empty();
        if (!store.claim(read, now)) return Optional.empty();
        return Optional.of(askClaimed(payment, now, question));
    }

    /** Does what asks SEQR, for one who has claimed the payment then, and records it if there is no answer or it cannot be stored. */
    Payment askClaimed(Payment payment, Instant then, UnaryOperator<Payment> question) {
        try {
            return question.apply(payment);
        } catch (SeqrException | StoreUnavailable failure) {
            recordFailure(payment, then);
            throw failure;
        }
    }

    /** What cannot be recorded holds the next question back for as long as any other. */
    private void recordFailure(Payment payment, Instant claimed) {
        try {
            store.recordNoAnswer(payment, claimed);
        } catch (StoreUnavailable e) {
            // the first failure is what has to be told
        }
    }

    /** Asks now; for those who have claimed. */
    Payment ask(Payment payment, Cause cause) {
        Instant asked = clock.instant();
        InvoiceStatus status = acknowledge(payment, seqr.getPaymentStatus(payment, payment.seqrVersion()));
        Payment after = verdict(payment, status);
        if (after.equals(payment)) return recordVersion(payment, status);
        Change change = Change.of(payment, after, cause).answered(0, Duration.between(asked, clock.instant()));
        return commit(payment, change);
    }

    /** SEQR counts the payment as heard of, at the latest, when the version that came with PAID is sent back to it. */
    private InvoiceStatus acknowledge(Payment payment, InvoiceStatus status) {
        if (!status.is("PAID") || status.version() == payment.seqrVersion()) return status;
        try {
            return seqr.getPaymentStatus(payment, status.version());
        } catch (SeqrException notYet) {
            store.recordVersion(payment, status.version());
            throw notYet;
        }
    }

    /** What SEQR's word makes of the payment; a word that is not listed decides nothing. */
    private Payment verdict(Payment payment, InvoiceStatus status) {
        Instant now = clock.instant();
        return switch (status.word()) {
            case "PAID" -> paid(payment, status, now);
            case "CANCELED" -> payment.ended(CANCELED, reason(payment), now);
            case "EXPIRED" -> payment.ended(CANCELED, Reason.EXPIRED, now);
            case "FAILED" -> payment.ended(FAILED, Reason.FAILED_AT_SEQR, now);
            default -> payment;
        };
    }

    /** No document says which word a reversed payment has; if it is PAID still, only the time tells. */
    @SuppressWarnings("NullAway") // what matches has a reference of SEQR's
    private static Payment paid(Payment payment, InvoiceStatus status, Instant now) {
        if (!matches(payment, status)) return payment.ended(REVIEW, Reason.MISMATCH, now);
        if (isTooLate(payment, status, now)) return payment.ended(REVIEW, Reason.HEARD_TOO_LATE, now);
        return payment.paid(status.ersReference(), status.version(), now);
    }

    /** A time before the payment was made is of a clock that is wrong, and tells nothing. */
    private static boolean isTooLate(Payment payment, InvoiceStatus status, Instant now) {
        Duration since = status.sincePaid();
        return since != null
                && since.compareTo(LATEST) > 0
                && now.minus(since).isAfter(payment.createdAt().minus(APART));
    }

    private static boolean matches(Payment payment, InvoiceStatus status) {
        return status.ersReference() != null
                && (status.receiptReference() == null
                        || status.receiptReference().equals(payment.reference()))
                && (status.receiptTotal() == null
                        || status.receiptTotal().equals(payment.invoice().total()));
    }

    private static @Nullable Reason reason(Payment payment) {
        return payment.state() == CANCELING ? payment.reason() : Reason.CANCELED_BY_PAYER;
    }

    private Payment recordVersion(Payment payment, InvoiceStatus status) {
        if (status.version() > payment.seqrVersion()) store.recordVersion(payment, status.version());
        return payment;
    }

    private Payment commit(Payment before, Change change) {
        Committed committed = store.commit(change);
        if (committed.outcome() != Outcome.TAKEN || change.payment().state() != PAID) return committed.payment();
        Payment review = before.ended(REVIEW, Reason.DUPLICATE_REFERENCE, clock.instant());
        return store.commit(Change.of(before, review, change.cause())).payment();
    }
}
