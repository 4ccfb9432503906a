/** The promise, held against SEQR's books and our table at every step and in the end. */
package dev.seqrpay.simulation.check;
