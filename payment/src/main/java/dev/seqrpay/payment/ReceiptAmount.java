package dev.seqrpay.payment;

/**
 * The amount that stands in SEQR's receipt: money, or something that cannot be read as money and so fits no order. A receipt
 * without an amount has none of either.
 */
public sealed interface ReceiptAmount permits Money, ReceiptAmount.Unreadable {

    /** Something stands there: half an amount, a decimal comma, a currency that does not exist. */
    enum Unreadable implements ReceiptAmount {
        UNREADABLE
    }
}
