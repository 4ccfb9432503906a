package dev.seqrpay.simulation.check;

import java.util.List;

/**
 * What a shop is answered that reads its feed.
 *
 * @param next the cursor to go on with
 * @param more whether there is more to be had at once
 */
public record FeedPage(List<Entry> events, String next, boolean more) {
    /** An event, by its id, and the cursor behind it. */
    public record Entry(String id, String cursor) {}
}
