/** Asks a shop for an invoice when a customer scans a printed code. */
@NullMarked
package dev.seqrpay.simulator.instant;

import org.jspecify.annotations.NullMarked;
