/**
 * Reconciliation: SEQR's reports are read as they come, matched with our payments and refunds, and what does not agree
 * is named.
 */
@NullMarked
package dev.seqrpay.reconciliation;

import org.jspecify.annotations.NullMarked;
