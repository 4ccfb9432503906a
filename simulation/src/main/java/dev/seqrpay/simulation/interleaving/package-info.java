/** Every order of the steps of a few functions at work on one payment. */
package dev.seqrpay.simulation.interleaving;
