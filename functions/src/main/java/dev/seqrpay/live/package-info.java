/**
 * Live status: browsers that hold a socket open are told how their payment stands, instead of asking for it. It is a help and
 * never a net: a page that misses a message here learns the status by asking.
 */
@NullMarked
package dev.seqrpay.live;

import org.jspecify.annotations.NullMarked;
