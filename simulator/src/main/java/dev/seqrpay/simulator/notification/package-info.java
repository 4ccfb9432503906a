/** Posts to a shop that the status of its invoice may have changed. */
@NullMarked
package dev.seqrpay.simulator.notification;

import org.jspecify.annotations.NullMarked;
