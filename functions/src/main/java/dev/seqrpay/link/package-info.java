/**
 * Payment links: addresses that a shop gives away by mail or prints, and that make a payment when somebody opens them. The same
 * link answers SEQR's instant checkout.
 */
@NullMarked
package dev.seqrpay.link;

import org.jspecify.annotations.NullMarked;
