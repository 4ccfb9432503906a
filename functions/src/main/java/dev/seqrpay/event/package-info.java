/**
 * What shops are told: from the outbox, which a change of a payment leaves in its own transaction, to the shop's event feed,
 * in which every event has a position and none is missing. Webhooks deliver what is in the feed.
 */
@NullMarked
package dev.seqrpay.event;

import org.jspecify.annotations.NullMarked;
