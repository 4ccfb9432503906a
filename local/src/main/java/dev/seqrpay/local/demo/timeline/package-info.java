/** What happened to a payment, from the calls to SEQR, the log and the table, in one order. */
@NullMarked
package dev.seqrpay.local.demo.timeline;

import org.jspecify.annotations.NullMarked;
