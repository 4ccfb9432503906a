package dev.seqrpay.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code GET /events}.
 *
 * @param after the position behind which to begin; empty for the oldest event that is kept
 * @param isFromNow whether to begin behind the latest event
 * @param patience how long to wait for an event if there is none
 */
public record FeedQuery(OptionalLong after, boolean isFromNow, int limit, Duration patience) {
    private static final int MOST = 100;
    private static final int LONGEST_WAIT = 20;
    private static final String NOW = "now";

    /** @throws Problem that names every parameter which is wrong */
    public static FeedQuery read(Map<String, String> query, String merchantId) {
        Fields fields = new Fields(query).allow(Set.of("after", "limit", "wait"));
        String after = fields.text("after", 64);
        OptionalLong position =
                after == null || after.equals(NOW) ? OptionalLong.empty() : position(fields, after, merchantId);
        Integer limit = fields.number("limit", 1, MOST);
        Integer wait = fields.number("wait", 0, LONGEST_WAIT);
        fields.throwIfWrong();
        return new FeedQuery(
                position, NOW.equals(after), limit == null ? MOST : limit, Duration.ofSeconds(wait == null ? 0 : wait));
    }

    /** The cursor of a body. */
    static @Nullable FeedCursor cursor(Fields fields, String name, @Nullable String text, String merchantId) {
        if (text == null) return null;
        Optional<FeedCursor> cursor = FeedCursor.read(text);
        if (cursor.isEmpty()) return fields.error(name, "must be a cursor of this feed");
        if (!cursor.get().merchantId().equals(merchantId)) return fields.error(name, "is a cursor of another shop");
        return cursor.get();
    }

    private static OptionalLong position(Fields fields, String text, String merchantId) {
        FeedCursor cursor = cursor(fields, "after", text, merchantId);
        return cursor == null ? OptionalLong.empty() : OptionalLong.of(cursor.position());
    }
}
