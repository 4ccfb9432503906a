/**
 * Between API Gateway and the use cases: events become requests, orders become invoices, payments become JSON; who may do
 * what, and the names and tokens that say so.
 */
@NullMarked
package dev.seqrpay.http;

import org.jspecify.annotations.NullMarked;
