package dev.seqrpay.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a shop's feed: right behind the event at the position. It opens nothing; the key does. */
public record FeedCursor(String merchantId, long position) {
    private static final Pattern TEXT = Pattern.compile("cur_([a-z0-9]{1,32})_(0|[1-9][0-9]{0,11})");

    static Optional<FeedCursor> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new FeedCursor(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    public String text() {
        return "cur_" + merchantId + "_" + position;
    }
}
