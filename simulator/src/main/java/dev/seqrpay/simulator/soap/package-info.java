/** SEQR's operations over SOAP: the generated types on one side, {@code core} on the other. */
@NullMarked
package dev.seqrpay.simulator.soap;

import org.jspecify.annotations.NullMarked;
