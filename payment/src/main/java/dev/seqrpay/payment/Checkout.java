package dev.seqrpay.payment;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import dev.seqrpay.payment.Standing.Created;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a payment. SEQR has no idempotency key and no look-up by our id, so the row is stored before the invoice is sent,
 * and the QR code is shown only once its reference is stored: an invoice whose answer got lost is an orphan: no payer
 * has seen it, so none can pay it. If its answer came, but another invoice was stored first, {@link OrphanInvoices} closes it.
 */
public final class Checkout {
    private static final int MAX_ATTEMPTS = 3;
    /** How often other checkouts of the same order may overtake one before it is refused and has to come back. */
    private static final int MAX_TRIES = 5;
    /** Longer than a sendInvoice can take, so that two attempts are never under way at once. */
    private static final Duration LEASE = Duration.ofSeconds(25);

    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final OrphanInvoices orphans;
    private final OneOpenPayment oneOpenPayment;
    private final Reminders reminders;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration life;

    public Checkout(
            PaymentStore store,
            SeqrGateway seqr,
            Reminders reminders,
            Cancellation cancellation,
            Ids ids,
            InstantSource clock,
            Duration life) {
        this.store = store;
        this.seqr = seqr;
        this.orphans = new OrphanInvoices(store, seqr, reminders);
        this.oneOpenPayment = new OneOpenPayment(store, cancellation, clock);
        this.reminders = reminders;
        this.ids = ids;
        this.clock = clock;
        this.life = life;
    }

    /**
     * The same merchant and key give the same payment, however often it is asked for.
     *
     * @throws CheckoutRefused when the key was used for another order, is in use at this moment, the order has another payment,
     *     the terms cannot be had, or SEQR did not issue
     */
    public Payment checkout(
            String merchantId, String terminalId, String key, Invoice invoice, Terms terms, Addresses addresses) {
        return checkout(merchantId, terminalId, key, invoice, Source.CHECKOUT, terms, addresses);
    }

    /**
     * The same for a payment that the shop's own server does not ask for.
     *
     * @param source of the payment that is made; one that was made before keeps its own
     */
    public Payment checkout(
            String merchantId,
            String terminalId,
            String key,
            Invoice invoice,
            Source source,
            Terms terms,
            Addresses addresses) {
        List<String> own = new ArrayList<>(List.of(ids.payment(merchantId, key)));
        own.addAll(ids.paymentsOfOtherKeys(merchantId, key));
        return firstOf(own)
                .map(existing -> repeat(existing, invoice, addresses))
                .orElseGet(() -> create(own, merchantId, terminalId, invoice, source, terms, addresses));
    }

    private Optional<Payment> firstOf(List<String> own) {
        return own.stream().flatMap(id -> store.find(id).stream()).findFirst();
    }

    private Payment create(
            List<String> own,
            String merchantId,
            String terminalId,
            Invoice invoice,
            Source source,
            Terms terms,
            Addresses addresses) {
        Instant wanted = terms.expiry(clock.instant(), life);
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            OptionalInt free = oneOpenPayment.clearPlace(own, merchantId, invoice.orderId(), terms.openPayment());
            // made meanwhile by the same checkout, maybe with another key by a function whose clock differs
            if (free.isEmpty()) return repeat(firstOf(own).orElseThrow(), invoice, addresses);
            int place = free.getAsInt();
            Instant now = clock.instant();
            // our own term begins when the payment is made, after other payments were cancelled for it
            Instant expiry = terms.expiresAt() == null ? terms.expiry(now, life) : wanted;
            Purchase purchase = new Purchase(own.get(0), merchantId, terminalId, invoice, now, expiry, source);
            Attempt first = attempt(1);
            Payment created = Payment.created(purchase, first);
            Committed committed = store.commit(Change.created(created, place));
            if (committed.isApplied()) return send(committed.payment(), first, addresses);
            if (committed.outcome() == Outcome.LOST) return repeat(committed.payment(), invoice, addresses);
        }
        throw CheckoutRefused.inProgress();
    }

    private Payment repeat(Payment existing, Invoice invoice, Addresses addresses) {
        if (!existing.purchase().isFor(invoice)) throw CheckoutRefused.keyReused();
        return existing.standing() instanceof Created created
                ? tryAgain(existing, created.attempt(), addresses)
                : existing;
    }

    private Payment tryAgain(Payment existing, Attempt last, Addresses addresses) {
        Instant now = clock.instant();
        if (last.leaseUntil().isAfter(now)) throw CheckoutRefused.inProgress();
        if (last.number() >= MAX_ATTEMPTS || !existing.expiresAt().isAfter(now))
            return commit(existing, existing.ended(State.FAILED, Reason.NOT_ISSUED, now))
                    .payment();
        Attempt further = attempt(last.number() + 1);
        Payment next = existing.attempted(further, now);
        Committed committed = commit(existing, next);
        if (!committed.isApplied()) throw CheckoutRefused.inProgress();
        return send(committed.payment(), further, addresses);
    }

    /** The watch begins before there is an invoice, so that no invoice is ever without it. */
    private Payment send(Payment payment, Attempt attempt, Addresses addresses) {
        watch(payment, attempt);
        SentInvoice sent;
        try {
            sent = seqr.sendInvoice(payment, addresses);
        } catch (SeqrException failure) {
            throw recordNotIssued(payment, attempt, failure);
        }
        Committed committed = storeIssued(payment, sent);
        // the payment was cancelled, or another attempt issued it, while we were sending
        if (committed.outcome() == Outcome.LOST) orphans.close(payment, sent.reference());
        if (committed.payment().state() == State.CREATED) throw CheckoutRefused.inProgress();
        return committed.payment();
    }

    private void watch(Payment payment, Attempt attempt) {
        try {
            reminders.send(new Reminder.KeepWatching(payment.id()), Watch.PERIOD);
        } catch (RuntimeException e) {
            store.release(payment, attempt.withoutEffect());
            throw e;
        }
    }

    private CheckoutRefused recordNotIssued(Payment payment, Attempt attempt, SeqrException failure) {
        boolean invoiceIsWrong = failure.resultCode()
                .map(code -> code.fault() == ResultCode.Fault.CALLERS)
                .orElse(false);
        if (invoiceIsWrong) commit(payment, payment.ended(State.FAILED, Reason.REFUSED_BY_SEQR, clock.instant()));
        else store.release(payment, left(attempt, failure));
        return CheckoutRefused.bySeqr(failure, invoiceIsWrong);
    }

    /** Only an attempt of which an invoice may exist counts: an outage must not use up an order. */
    private Attempt left(Attempt attempt, SeqrException failure) {
        return failure.isWithoutEffect() ? attempt.withoutEffect() : attempt.withoutAnswer(clock.instant());
    }

    private Committed storeIssued(Payment payment, SentInvoice sent) {
        try {
            return commit(payment, payment.issued(sent.reference(), sent.qrCode(), clock.instant()));
        } catch (RuntimeException e) {
            orphans.closeLater(payment, sent.reference());
            throw e;
        }
    }

    private Committed commit(Payment before, Payment after) {
        return store.commit(Change.of(before, after, Cause.CHECKOUT));
    }

    private Attempt attempt(int number) {
        return new Attempt(number, clock.instant().plus(LEASE));
    }
}
