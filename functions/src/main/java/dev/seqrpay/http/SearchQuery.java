package dev.seqrpay.http;

import dev.seqrpay.payment.DayIndex.Place;
import dev.seqrpay.payment.Search;
import dev.seqrpay.payment.State;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of {@code GET /payments} that is not about one order. */
public final class SearchQuery {
    private static final Duration A_MONTH = Duration.ofDays(31);
    private static final int MOST = 100;
    private static final int USUAL = 50;
    private static final Map<String, State> STATES =
            Stream.of(State.values()).collect(Collectors.toMap(State::name, Function.identity()));
    private static final Pattern PLACE = Pattern.compile("(20[0-9]{2}-[0-9]{2}-[0-9]{2}) ([0-9]{13}#[a-z0-9_~]{1,40})");

    private SearchQuery() {}

    /** @throws Problem that names every parameter which is wrong */
    public static Search.Query read(Map<String, String> query, String merchantId, Instant now) {
        Fields fields = new Fields(query).allow(Set.of("from", "to", "state", "text", "limit", "after"));
        Instant to = fields.instant("to");
        Instant latest = to == null ? now : to;
        Instant from = fields.instant("from");
        Instant earliest = from == null ? latest.minus(A_MONTH) : from;
        State state = fields.choice("state", STATES);
        String text = fields.text("text", 100);
        Integer limit = fields.number("limit", 1, MOST);
        Place after = fields.text("after", 200, SearchQuery::place);
        if (fields.isFine() && earliest.isAfter(latest)) fields.error("from", "must not be later than to");
        fields.throwIfWrong();
        return new Search.Query(merchantId, earliest, latest, state, text, limit == null ? USUAL : limit, after);
    }

    public static String cursor(Place place) {
        String text = place.day() + " " + place.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String cursor) {
        try {
            Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (place.matches()) return new Place(LocalDate.parse(place.group(1)), place.group(2));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // the same reason for all
        }
        throw new IllegalArgumentException("must be the next of an earlier answer");
    }
}
