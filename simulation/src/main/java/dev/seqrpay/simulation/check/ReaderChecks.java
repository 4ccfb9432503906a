package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.event.FeedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who reads the feed from any cursor on gets its events in their order, none left out and none twice (31). */
public final class ReaderChecks {
    private final FeedChecks feed;
    private final Map<String, Long> read = new HashMap<>();

    public ReaderChecks(FeedChecks feed) {
        this.feed = feed;
    }

    private static long position(String cursor) {
        return Long.parseLong(cursor.substring(cursor.lastIndexOf('_') + 1));
    }

    /**
     * @param after the cursor that was sent, null for none
     * @param isFromNow whether what was there before was not asked for
     */
    public void answered(String shop, String after, boolean isFromNow, FeedPage page) {
        List<FeedEvent> all = feed.all(shop);
        long last = isFromNow ? position(page.next()) - page.events().size() : after == null ? 0 : position(after);
        for (FeedPage.Entry event : page.events()) {
            long position = position(event.cursor());
            long expected = last + 1;
            unless(position == expected, "31", () -> shop + " reads " + event + ", and " + expected + " would be next");
            String id = all.get((int) position - 1).id();
            unless(id.equals(event.id()), "31", () -> shop + " reads " + event + ", which is " + id);
            last = position;
        }
        long end = last;
        unless(position(page.next()) == end, "31", () -> shop + " is to go on at " + page.next() + " behind " + end);
        read.put(shop, end);
    }

    /** All is quiet. */
    public void end(String shop) {
        long there = feed.all(shop).size();
        unless(read.get(shop) == there, "31", () -> shop + " has read up to " + read.get(shop) + " of " + there);
    }
}
