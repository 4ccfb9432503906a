/** SEQR's pages and its API for tests: invoices, faults, switches and the log of calls. */
@NullMarked
package dev.seqrpay.simulator.control;

import org.jspecify.annotations.NullMarked;
