package dev.seqrpay.payment;

/**
 * The amount in SEQR's receipt: money, or a text that cannot be read as money and so fits no order. It is {@code null} for a
 * receipt without an amount.
 */
public sealed interface ReceiptAmount permits Money, ReceiptAmount.Unreadable {

    /** Something stands there: half an amount, a decimal comma, a currency that does not exist. */
    enum Unreadable implements ReceiptAmount {
        UNREADABLE
    }
}
