/** SEQR as a program: it puts the parts together and listens, and {@link dev.seqrpay.simulator.Phone} pays as a customer does. */
@NullMarked
package dev.seqrpay.simulator;

import org.jspecify.annotations.NullMarked;
