package dev.seqrpay.local.aws.queue;

import java.time.Instant;

/**
 * A message as it was received.
 *
 * @param receipt of this time; an older one deletes nothing any more
 * @param receives how often it has been received, this time included
 * @param chain that it is a link of
 */
public record QueuedMessage(
        String id, String receipt, String body, int receives, Instant sent, Instant firstReceived, Chain chain) {}
