/** SEQR's invoices in files, so that they outlive the process. */
@NullMarked
package dev.seqrpay.simulator.file;

import org.jspecify.annotations.NullMarked;
