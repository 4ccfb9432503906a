/** Calls to addresses that shops choose: never into a private network, never longer than their limit, and never along a redirect. */
@NullMarked
package dev.seqrpay.outbound;

import org.jspecify.annotations.NullMarked;
