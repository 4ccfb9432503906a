package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands. It is a value: a change makes a new one with the next {@link #version}, and the table takes it
 * only if the version before is still the stored one.
 *
 * @param id {@code pay_} and 128 bits in base32, unguessable
 * @param terminalId the SEQR terminal whose invoice it is
 * @param version counts the changes, from 1; the {@code seq} of the browser's status
 * @param reason why it ended, or is being ended; {@code null} while it goes its way
 * @param attempt who is issuing the invoice, and since when
 * @param reference SEQR's invoice reference, once issued; never replaced
 * @param qrCode the text of the QR code
 * @param seqrVersion the latest version of the invoice that SEQR has told us, which acknowledges it when sent back
 * @param ersReference SEQR's reference of the money itself, once paid
 * @param paidAt when it became {@code PAID} here; {@code null} until then, and for what was paid before this was kept
 * @param refunded what SEQR has confirmed as given back
 * @param reserved what SEQR is being asked to give back, or was asked for with an unknown outcome
 */
public record Payment(
        String id,
        String merchantId,
        String terminalId,
        Invoice invoice,
        Instant createdAt,
        Instant expiresAt,
        int version,
        State state,
        @Nullable Reason reason,
        Instant changedAt,
        Attempt attempt,
        @Nullable String reference,
        @Nullable String qrCode,
        int seqrVersion,
        @Nullable String ersReference,
        @Nullable Instant paidAt,
        Money refunded,
        Money reserved) {

    /** How long after its lease an attempt may still store its invoice, at the very most, even if two clocks differ by ten minutes. */
    private static final Duration LATE = Duration.ofMinutes(11);

    /** One try at {@code sendInvoice}, counted if SEQR may have made an invoice. No other checkout tries during the lease. */
    public record Attempt(int number, Instant leaseUntil) {
        /** The pause behind a second attempt without an answer, so that a short outage does not use up the third. */
        private static final Duration PAUSE = Duration.ofMinutes(1);

        /** SEQR cannot have made an invoice: the attempt does not count, and another may begin at once. */
        Attempt withoutEffect() {
            return new Attempt(number - 1, Instant.EPOCH);
        }

        /** SEQR may have made an invoice. After a first attempt the second may begin at once. */
        Attempt withoutAnswer(Instant now) {
            return new Attempt(number, number == 1 ? Instant.EPOCH : now.plus(PAUSE));
        }
    }

    private static final String WEB = "(?is)https?:.+";

    static Payment created(
            String id,
            String merchantId,
            String terminalId,
            Invoice invoice,
            Instant now,
            Instant expiresAt,
            Attempt attempt) {
        Money none = invoice.total().zero();
        return new Payment(
                id,
                merchantId,
                terminalId,
                invoice,
                now,
                expiresAt,
                1,
                State.CREATED,
                null,
                now,
                attempt,
                null,
                null,
                0,
                null,
                null,
                none,
                none);
    }

    Payment attempted(Attempt next, Instant now) {
        return next(State.CREATED, reason, now, next, reference, qrCode, seqrVersion, ersReference, refunded, reserved);
    }

    Payment issued(String newReference, String newQrCode, Instant now) {
        return next(
                State.ISSUED,
                reason,
                now,
                attempt,
                newReference,
                newQrCode,
                seqrVersion,
                ersReference,
                refunded,
                reserved);
    }

    Payment paid(String newErsReference, int newSeqrVersion, Instant now) {
        return next(
                State.PAID, null, now, attempt, reference, qrCode, newSeqrVersion, newErsReference, refunded, reserved);
    }

    Payment ended(State end, @Nullable Reason why, Instant now) {
        return next(end, why, now, attempt, reference, qrCode, seqrVersion, ersReference, refunded, reserved);
    }

    Payment refunding(Money nowRefunded, Money nowReserved, Instant now) {
        return next(
                State.PAID,
                reason,
                now,
                attempt,
                reference,
                qrCode,
                seqrVersion,
                ersReference,
                nowRefunded,
                nowReserved);
    }

    // @formatter:off
    private Payment next(
            State next,
            @Nullable Reason why,
            Instant now,
            Attempt by,
            @Nullable String ref,
            @Nullable String qr,
            int seen,
            @Nullable String ers,
            Money back,
            Money held) {
        if (!state.mayBecome(next)) throw new IllegalStateException(id + ": no way from " + state + " to " + next);
        return new Payment(
                id,
                merchantId,
                terminalId,
                invoice,
                createdAt,
                expiresAt,
                version + 1,
                next,
                why,
                now,
                by,
                ref,
                qr,
                seen,
                ers,
                next == State.PAID && state != State.PAID ? now : paidAt,
                back,
                held);
    }
    // @formatter:on

    /**
     * What opens the SEQR app on the phone itself: the QR code's text with the app's scheme (contract, "Behaviour" and "What
     * else"), or {@code null} if the text is no web address, for only of one it is known what the app makes of it.
     */
    public @Nullable String seqrLink(String scheme) {
        return qrCode == null || !qrCode.matches(WEB) ? null : scheme + qrCode.substring(qrCode.indexOf(':'));
    }

    /** What can still be given back. */
    public Money refundable() {
        return invoice.total().minus(refunded).minus(reserved);
    }

    /** The order is paid by it, or may be: there must not be another payment unless the shop wants just that. */
    boolean holdsItsOrder() {
        return state == State.REVIEW || state == State.PAID && !refunded.equals(invoice.total());
    }

    /** A payer may have its QR code, now or in a moment: its invoice is out, or is being sent and not known to have failed. */
    boolean mayBePaid(Instant now) {
        return state.isPayable()
                || state == State.CREATED && attempt.leaseUntil().plus(LATE).isAfter(now);
    }

    /** When the sweep has to look at it if nothing else happens before; empty once nothing is due any more. */
    public Optional<Instant> due() {
        return switch (state) {
            case CREATED, ISSUED -> Optional.of(expiresAt);
            case CANCELING -> Optional.of(changedAt);
            case PAID, CANCELED, FAILED, REVIEW, REVERSED -> Optional.empty();
        };
    }
}
