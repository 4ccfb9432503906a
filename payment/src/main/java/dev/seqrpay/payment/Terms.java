package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the shop wants a payment to be made. It is no part of the order: a checkout that is repeated may say it otherwise, and
 * gets the payment that was made first.
 *
 * @param expiresAt until when the payer has time, or {@code null} for the term
 * @param life how long the term is, or {@code null} for the deployment's own
 * @param openPayment what becomes of another one that is open for the same order
 */
public record Terms(@Nullable Instant expiresAt, @Nullable Duration life, OpenPayment openPayment) {
    public static final Terms DEFAULT = new Terms(null, OpenPayment.REFUSE);

    /** Less is too little for a payer who has the app in hand already. */
    static final Duration SHORTEST = Duration.ofMinutes(2);

    static final Duration LONGEST = Duration.ofHours(24);

    /** On the deployment's own term. */
    public Terms(@Nullable Instant expiresAt, OpenPayment openPayment) {
        this(expiresAt, null, openPayment);
    }

    /** @throws CheckoutRefused if that is too soon or too far away */
    Instant expiry(Instant now, Duration otherwise) {
        if (expiresAt == null) return now.plus(life == null ? otherwise : life);
        if (expiresAt.isBefore(now.plus(SHORTEST)) || expiresAt.isAfter(now.plus(LONGEST)))
            throw CheckoutRefused.expiry();
        return expiresAt;
    }
}
