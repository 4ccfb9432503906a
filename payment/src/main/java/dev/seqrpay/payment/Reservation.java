package dev.seqrpay.payment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The payer's confirmation holds the money for the shop, which takes it later ({@link Capture}) or lets it go.
 *
 * @param mode one of the contract's {@code paymentMode}s that reserve
 * @param length for how long the money is held ({@code commitReservationTimeout}, whole seconds)
 */
public record Reservation(Mode mode, Duration length) {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    /** No document of SEQR's names a limit. This one is ours: personal data waits for the end of a payment. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** What SEQR does when the payer confirms. */
    public enum Mode {
        /** It reserves, or debits at once where it cannot reserve: then the payment is paid. */
        RESERVATION_DESIRED,
        RESERVATION_REQUIRED,
        /** The total is the most that the shop will take. */
        RESERVATION_REQUIRED_PRELIMINARY_AMOUNT
    }

    public Reservation {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("a reservation cannot last " + length);
    }

    /** @param length {@code null} for the longest */
    public static Reservation of(Mode mode, @Nullable Duration length) {
        return new Reservation(mode, length == null ? LONGEST : length);
    }
}
