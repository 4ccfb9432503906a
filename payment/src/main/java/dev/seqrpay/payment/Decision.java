package dev.seqrpay.payment;

/**
 * What a person decides carries who and why, in the history.
 *
 * @param by the person's name, as the shop knows it
 * @param why in the person's words
 */
public record Decision(String by, String why) {
    public Decision {
        if (by.isBlank() || why.isBlank()) throw new IllegalArgumentException("a decision says who and why");
    }
}
