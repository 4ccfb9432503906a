/** Mistakes that are put into the real source, to show that the simulation finds them. */
package dev.seqrpay.simulation.bug;
