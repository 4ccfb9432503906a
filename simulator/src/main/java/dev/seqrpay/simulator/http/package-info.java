/** How an answer goes out over HTTP: whole, late, in pieces, or not at all. */
@NullMarked
package dev.seqrpay.simulator.http;

import org.jspecify.annotations.NullMarked;
