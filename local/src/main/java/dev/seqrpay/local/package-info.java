/** The whole on one machine: what {@code ./seqrpay up} starts. */
@NullMarked
package dev.seqrpay.local;

import org.jspecify.annotations.NullMarked;
