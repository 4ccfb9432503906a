package dev.seqrpay.web;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a payment stands in the eyes of the shopper. Each constant lists what it stands for, as {@code STATE} or {@code
 * STATE/REASON}, the more exact one first. The page hands the same list to the script, which has to tell
 * the same from a status. So the list is written once.
 */
enum PageState {
    PREPARING(Icon.DOTS, "CREATED"),
    WAITING(Icon.PHONE, "ISSUED"),
    /** Time is up, and SEQR has not said how it ended. */
    EXPIRING(Icon.HOURGLASS, "CANCELING/EXPIRED"),
    CANCELING(Icon.CROSS, "CANCELING"),
    /** The shopper has done all; the shop takes the money later. */
    RESERVED(Icon.CHECK, "RESERVED", "CAPTURING"),
    PAID(Icon.CHECK, "PAID"),
    CANCELED_BY_PAYER(Icon.CROSS, "CANCELED"),
    CANCELED_BY_SHOP(Icon.SHOP, "CANCELED/CANCELED_BY_SHOP"),
    /** The shopper has another payment for the same order. */
    REPLACED(Icon.BACK, "CANCELED/REPLACED"),
    /** The second is SEQR's own word, which a shop that polls SEQR itself may pass on. */
    EXPIRED(Icon.CLOCK, "CANCELED/EXPIRED", "EXPIRED"),
    FAILED(Icon.WARNING, "FAILED"),
    NOT_STARTED(Icon.WARNING, "FAILED/NOT_ISSUED", "FAILED/REFUSED_BY_SEQR"),
    IN_REVIEW(Icon.QUESTION, "REVIEW"),
    REVERSED(Icon.BACK, "REVERSED"),
    /** The receipt page uses this for everything undecided, because the shopper comes from the app and wants to know the outcome. */
    CONFIRMING(Icon.DOTS);

    final Icon icon;
    private final List<String> meanings;

    PageState(Icon icon, String... meanings) {
        this.icon = icon;
        this.meanings = List.of(meanings);
    }

    /** Nothing was paid, nothing can be paid any more, and the shop still wants to sell. */
    boolean isRenewable() {
        return this == EXPIRED || this == CANCELED_BY_PAYER || this == FAILED || this == NOT_STARTED;
    }

    static PageState of(Payment payment, Instant now) {
        if (payment.state() == State.ISSUED && !payment.expiresAt().isAfter(now)) return EXPIRING;
        PageState exact = meaning(payment.state() + "/" + payment.reason());
        return exact != null
                ? exact
                : Objects.requireNonNull(meaning(payment.state().name()));
    }

    private static @Nullable PageState meaning(String meaning) {
        for (PageState state : values()) if (state.meanings.contains(meaning)) return state;
        return null;
    }

    String meanings() {
        return String.join(" ", meanings);
    }

    String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
