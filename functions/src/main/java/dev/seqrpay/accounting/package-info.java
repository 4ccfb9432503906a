/**
 * The day as accounting reads it: a list of what was paid and given back, and a voucher for the shop's accounting
 * program.
 */
@NullMarked
package dev.seqrpay.accounting;

import org.jspecify.annotations.NullMarked;
