package dev.seqrpay.http;

import dev.seqrpay.link.PaymentLink;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of {@code GET /links}.
 *
 * @param after the id of the last link that was shown
 */
public record LinkQuery(int limit, Optional<String> after) {
    private static final int MOST = 100;
    private static final int USUAL = 50;

    public static LinkQuery read(Map<String, String> query) {
        Fields fields = new Fields(query).allow(Set.of("limit", "after"));
        Integer limit = fields.number("limit", 1, MOST);
        String after = fields.text("after", 64);
        if (after != null && !PaymentLink.isId(after)) fields.error("after", "must be the next of an earlier answer");
        fields.throwIfWrong();
        return new LinkQuery(limit == null ? USUAL : limit, Optional.ofNullable(after));
    }
}
