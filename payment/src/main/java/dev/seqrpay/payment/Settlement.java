package dev.seqrpay.payment;

import static dev.seqrpay.payment.State.CANCELED;
import static dev.seqrpay.payment.State.FAILED;
import static dev.seqrpay.payment.State.ISSUED;
import static dev.seqrpay.payment.State.PAID;
import static dev.seqrpay.payment.State.REVIEW;

import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.Standing.Canceling;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The only way from SEQR's word to our row. The notification, the browser's poll, the pages, the watch, a cancel and the sweep
 * all end here: the first of them captures the payment, and the others find it captured.
 */
public final class Settlement {
    /** SEQR reverses a payment that we do not ask about within 20 seconds. It tells whole seconds, so one may be missing. */
    private static final Duration LATEST = Duration.ofSeconds(19);
    /** Two clocks of ours may differ by as much. */
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
     * Asks SEQR if the payment can still be paid and no function has asked within the interval, and stores the answer.
     *
     * @return the row as it is now; empty if there is no such payment
     * @throws SeqrException if SEQR gave no readable answer; the row is as it was
     */
    Optional<Payment> settle(String id, Cause cause, Pace pace) {
        return store.read(id).map(read -> askIfFree(read, cause, pace).orElse(read.payment()));
    }

    /** @return the payment after SEQR's answer; empty if the payment cannot be paid any more or another function has asked */
    Optional<Payment> askIfFree(StoredPayment read, Cause cause, Pace pace) {
        return claimAndAsk(read, pace, payment -> ask(payment, cause));
    }

    /** Claims the payment and asks SEQR, if the payment can still be paid and no function has asked within the pace. */
    Optional<Payment> claimAndAsk(StoredPayment read, Pace pace, UnaryOperator<Payment> question) {
        Payment payment = read.payment();
        Instant now = clock.instant();
        if (!payment.state().isUndecided() || !pace.allows(read, now)) return Optional.empty();
        if (!store.claim(read, now)) return Optional.empty();
        return Optional.of(askClaimed(payment, now, question));
    }

    /** Asks SEQR for a caller that has claimed the payment, and records in the claim that no answer came or could be stored. */
    Payment askClaimed(Payment payment, Instant then, UnaryOperator<Payment> question) {
        try {
            return question.apply(payment);
        } catch (SeqrException | StoreUnavailable failure) {
            recordFailure(payment, then);
            throw failure;
        }
    }

    /** If this cannot be recorded either, the next question waits for the whole interval. */
    private void recordFailure(Payment payment, Instant claimed) {
        try {
            store.recordNoAnswer(payment, claimed);
        } catch (StoreUnavailable e) {
            // the first failure is what has to be told
        }
    }

    /** Asks at once. The caller must have claimed the payment. */
    Payment ask(Payment payment, Cause cause) {
        Instant asked = clock.instant();
        InvoiceStatus status = acknowledge(payment, seqr.getPaymentStatus(payment, payment.seqrVersion()));
        return store(payment, status, cause, Duration.between(asked, clock.instant()));
    }

    /** An order that the shop has changed meanwhile gets the same answer: SEQR has spoken of its invoice, and not of our row. */
    private Payment store(Payment payment, InvoiceStatus status, Cause cause, Duration latency) {
        Payment after = verdict(payment, status);
        if (after.equals(payment)) return recordVersion(payment, status);
        Payment stored = commit(payment, Change.answered(payment, after, cause, 0, latency));
        return stored.state() == ISSUED ? store(stored, status, cause, latency) : stored;
    }

    /** SEQR keeps the payment once we send back the version that came with PAID, and so, maybe, with RESERVED. */
    private InvoiceStatus acknowledge(Payment payment, InvoiceStatus status) {
        if (!isConfirmed(payment, status) || status.version() == payment.seqrVersion()) return status;
        try {
            return seqr.getPaymentStatus(payment, status.version());
        } catch (SeqrException notYet) {
            store.recordVersion(payment, status.version());
            throw notYet;
        }
    }

    private static boolean isConfirmed(Payment payment, InvoiceStatus status) {
        return status.status() == StatusWord.PAID
                || status.status() == StatusWord.RESERVED && payment.invoice().reservation() != null;
    }

    /** What SEQR's word makes of the payment; a word that is not listed decides nothing. */
    private Payment verdict(Payment payment, InvoiceStatus status) {
        Instant now = clock.instant();
        return switch (status.status()) {
            case PAID -> paid(payment, status, now);
            case CANCELED -> payment.ended(CANCELED, reason(payment), now);
            case EXPIRED -> payment.ended(CANCELED, Reason.EXPIRED, now);
            case FAILED -> payment.ended(FAILED, Reason.FAILED_AT_SEQR, now);
            case RESERVED -> reserved(payment, status, now);
            case PENDING_ISSUER_ACKNOWLEDGE -> offered(payment, status, now);
            case ISSUED, PARTIALLY_PAID, UNKNOWN -> payment;
        };
    }

    /**
     * What is reserved can still be cancelled, so a wish to cancel holds; and a word that the shop did not ask for decides nothing.
     * The end is counted from when we hear of it, which is a little later than at SEQR.
     */
    private static Payment reserved(Payment payment, InvoiceStatus status, Instant now) {
        Reservation wanted = payment.invoice().reservation();
        return wanted == null || payment.state() != ISSUED
                ? payment
                : payment.reserved(status.version(), now.plus(wanted.length()), now);
    }

    /**
     * The shop is told of each offer once: a status of the same version, or of one before, says nothing new of it (contract,
     * "Behaviour": the version rises with each token that is offered).
     */
    private static Payment offered(Payment payment, InvoiceStatus status, Instant now) {
        boolean isKnown = payment.offer()
                .filter(offer -> status.version() <= offer.version())
                .isPresent();
        boolean isWanted = payment.invoice().acknowledgmentMode() != AcknowledgmentMode.NO_ACKNOWLEDGMENT;
        return payment.state() == ISSUED && isWanted && !isKnown
                ? payment.offered(status.tokens(), status.version(), now)
                : payment;
    }

    /** No document says which status a reversed payment has. If it is still PAID, only the time tells. */
    private static Payment paid(Payment payment, InvoiceStatus status, Instant now) {
        String ersReference = status.ersReference();
        Optional<LineItems> items = paidItems(payment, status);
        if (ersReference == null || items.isEmpty()) return payment.ended(REVIEW, Reason.MISMATCH, now);
        if (isTooLate(payment, status, now)) return payment.ended(REVIEW, Reason.HEARD_TOO_LATE, now);
        return items.get().equals(payment.invoice().lineItems())
                ? payment.paid(ersReference, status.version(), now)
                : payment.paidAs(items.get(), ersReference, status.version(), now);
    }

    /** Which items SEQR says were paid: the present ones, or of a changed order the former ones; empty if it can be neither. */
    private static Optional<LineItems> paidItems(Payment payment, InvoiceStatus status) {
        Purchase purchase = payment.purchase();
        ReceiptAmount total = status.receiptTotal();
        boolean isItsOwn =
                status.receiptReference() == null || status.receiptReference().equals(payment.reference());
        if (!isItsOwn || total == null && !purchase.hasOneTotal()) return Optional.empty();
        return total == null || total.equals(purchase.invoice().total())
                ? Optional.of(purchase.invoice().lineItems())
                : purchase.formerOf(total);
    }

    /**
     * A time before the payment was made comes from a wrong clock and tells nothing. So does the time of a reservation, which SEQR
     * has kept for us: whether the receipt dates it or its capture, no document tells.
     */
    private static boolean isTooLate(Payment payment, InvoiceStatus status, Instant now) {
        Duration since = status.sincePaid();
        return since != null
                && payment.reservedUntil().isEmpty()
                && since.compareTo(LATEST) > 0
                && now.minus(since).isAfter(payment.createdAt().minus(APART));
    }

    private static Reason reason(Payment payment) {
        if (payment.standing() instanceof Canceling canceling) return canceling.reason();
        return payment.reservedUntil().isPresent() ? Reason.EXPIRED : Reason.CANCELED_BY_PAYER;
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
