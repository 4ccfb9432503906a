/** A shop that sells through the API, to try a purchase. */
@NullMarked
package dev.seqrpay.local.demo.shop;

import org.jspecify.annotations.NullMarked;
