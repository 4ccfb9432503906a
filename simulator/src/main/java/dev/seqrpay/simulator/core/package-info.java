/** What SEQR knows and decides, without SOAP and HTTP: invoices, payments, refunds, terminals, reports. */
@NullMarked
package dev.seqrpay.simulator.core;

import org.jspecify.annotations.NullMarked;
