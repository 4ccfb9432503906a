/**
 * The domain: what a payment is, which states it goes through, and the use cases that move it. It imports the JDK alone;
 * time, randomness, SEQR, the table and the queue are ports that {@code wiring.Ports} lists.
 */
@NullMarked
package dev.seqrpay.payment;

import org.jspecify.annotations.NullMarked;
