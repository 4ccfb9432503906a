package dev.seqrpay.simulator.fault;

/** What can go wrong with an answer, or with a notification. */
public enum FaultKind {
    /** The right answer, later: after {@code millis}. */
    SLOW(true),
    /** The connection is closed and nothing has happened. */
    DOWN(false),
    /** The connection is closed, but what was asked for has happened. */
    LOST_ANSWER(true),
    /** Result code {@code code} in an ordinary answer. */
    CODE(false),
    /** An HTML page with HTTP status {@code code}, as a proxy in between sends. */
    HTML(false),
    /** A SOAP fault with HTTP status 500. */
    SOAP_FAULT(false),
    /** The right answer, cut in half. */
    TRUNCATED(true),
    /** The right answer, a byte each {@code millis}. */
    DRIP(true),
    /** The right answer behind {@code bytes} bytes of nothing. */
    HUGE(true),
    /** The right answer with each {@code find} replaced by {@code with}: unknown words, other amounts, other elements. */
    REPLACE(true),

    /** The notification is never sent. */
    LOSE_NOTIFICATION(true),
    /** The notification is sent {@code millis} late. */
    DELAY_NOTIFICATION(true),
    /** The notification is sent twice. */
    DOUBLE_NOTIFICATION(true),
    /** Beside the notification comes a forged one, to a URL that was guessed. */
    FORGE_NOTIFICATION(true);

    private final boolean takesEffect;

    FaultKind(boolean takesEffect) {
        this.takesEffect = takesEffect;
    }

    /** Whether the operation is done all the same, if the fault does not say otherwise. */
    boolean takesEffect() {
        return takesEffect;
    }

    boolean isOfNotification() {
        return name().endsWith("_NOTIFICATION");
    }
}
