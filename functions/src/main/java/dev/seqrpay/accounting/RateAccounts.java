package dev.seqrpay.accounting;

/**
 * Where sales at one rate of VAT are booked.
 *
 * @param refunds for the sales that are given back; mostly the same as {@code sales}
 * @param vat not used where the rate is none or zero
 */
public record RateAccounts(Account sales, Account refunds, Account vat) {}
