/** The mistakes that SEQR can be told to make, and the journal of the calls that it got. */
@NullMarked
package dev.seqrpay.simulator.fault;

import org.jspecify.annotations.NullMarked;
