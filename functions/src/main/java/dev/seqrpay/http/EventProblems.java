package dev.seqrpay.http;

/** What can be wrong with a place in a feed. */
public final class EventProblems {
    private EventProblems() {}

    public static Problem madeUp() {
        return Problem.invalid("after", "leads behind the latest event: this feed has given no such cursor");
    }

    /** @param oldest from where the feed can be read on */
    public static Problem notKept(FeedCursor oldest) {
        return new Problem(
                        410,
                        "Events not kept",
                        "Some of the events behind this cursor are older than 30 days and not kept any more."
                                + " Go on from \"oldest\", and read the payments that you have no outcome of.")
                .with("oldest", oldest.text());
    }
}
