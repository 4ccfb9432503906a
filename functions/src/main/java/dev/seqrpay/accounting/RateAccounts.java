package dev.seqrpay.accounting;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Where sales at one rate of VAT are booked.
 *
 * @param refunds for the sales that are given back; mostly the same as {@code sales}
 * @param vat not used where the rate is none or zero
 */
@RecordBuilder
public record RateAccounts(Account sales, Account refunds, Account vat) {}
