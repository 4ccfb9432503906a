/**
 * Live status: browsers that hold a socket open are told how their payment stands, instead of asking for it. It is a help and
 * never a net: whatever gets lost here is heard of by asking.
 */
package dev.seqrpay.live;
