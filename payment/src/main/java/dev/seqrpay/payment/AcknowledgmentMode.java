package dev.seqrpay.payment;

/** Whether the payer's app waits for the shop's answer before the payer may pay: the contract's {@code acknowledgmentMode}. */
public enum AcknowledgmentMode {
    /** It never waits. */
    NO_ACKNOWLEDGMENT,
    /** It waits if the payer offers a loyalty card or a coupon. */
    OPTIONAL_ACKNOWLEDGMENT,
    /** It waits after each scan. */
    REQUIRE_ACKNOWLEDGMENT
}
