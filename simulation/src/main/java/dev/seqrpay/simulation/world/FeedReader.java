package dev.seqrpay.simulation.world;

import dev.seqrpay.simulation.check.FeedPage;
import dev.seqrpay.simulation.check.ReaderChecks;
import dev.seqrpay.simulation.door.TellingDoors;
import dev.seqrpay.simulation.engine.Cloud;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;

/** A shop's server that reads the feed, a page at a time, and asks again with the same cursor when it got no answer. */
final class FeedReader {
    private static final String NOW = "now";

    private final String shop;
    private final Time time;
    private final Cloud cloud;
    private final TellingDoors doors;
    private final ReaderChecks checks;
    private final long seed;
    private String cursor;
    private int number;

    FeedReader(String shop, Time time, Cloud cloud, TellingDoors doors, ReaderChecks checks, long seed) {
        this.shop = shop;
        this.time = time;
        this.cloud = cloud;
        this.doors = doors;
        this.checks = checks;
        this.seed = seed;
    }

    /** @param busyUntil it asks from time to time until then */
    void begin(long busyUntil) {
        Dice dice = Dice.of(seed, shop.hashCode(), 4);
        if (dice.chance(0.3)) cursor = NOW;
        time.at(dice.between(0, 5 * Time.MINUTE), () -> ask(busyUntil));
    }

    /** Asks for all that is left. */
    void end() {
        ask(0);
    }

    private void ask(long busyUntil) {
        Dice dice = Dice.of(Dice.mixed(seed, shop.hashCode()), number, 5);
        String after = cursor;
        long limit = dice.spread(1, 100);
        Long wait = dice.one(null, null, 0L, 2L);
        long pause = dice.spread(10 * Time.SECOND, 5 * Time.MINUTE);
        cloud.invoke(
                Function.EVENTS,
                shop.hashCode(),
                number++,
                () -> doors.events(shop, after, limit, wait),
                (result, failure) -> {
                    boolean more = failure != null || told(after, (FeedPage) result);
                    if (more) time.after(Time.SECOND, () -> ask(busyUntil));
                    else if (time.now() + pause < busyUntil) time.after(pause, () -> ask(busyUntil));
                });
    }

    private boolean told(String after, FeedPage page) {
        boolean isFromNow = NOW.equals(after);
        checks.answered(shop, isFromNow ? null : after, isFromNow, page);
        cursor = page.next();
        return page.more();
    }
}
