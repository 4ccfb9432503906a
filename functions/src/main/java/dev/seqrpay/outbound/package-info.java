/** Calls to addresses that shops choose: never into a private network, never longer than agreed, never further than told. */
@NullMarked
package dev.seqrpay.outbound;

import org.jspecify.annotations.NullMarked;
