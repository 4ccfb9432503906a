package dev.seqrpay.payment;

import dev.seqrpay.payment.DayIndex.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a shop's payments, the latest first, and shows those that fit. What one call looks at is bounded, whatever there
 * is: a call that has found little may say that there is more to be looked at.
 */
public final class Search {
    private static final int MOST_ROWS = 300;
    private static final int MOST_DAYS = 62;
    private static final int PAGE = 50;

    private final DayIndex index;
    private final PaymentStore store;

    public Search(DayIndex index, PaymentStore store) {
        this.index = index;
        this.store = store;
    }

    /**
     * @param from when the earliest were made
     * @param to when the latest were made
     * @param state {@code null} for any
     * @param text that the order's number, its title, a reference of SEQR's or the shop's own data has in it; {@code null} for any
     * @param limit how many to show
     * @param after where an earlier call ended, {@code null} for the first
     */
    public record Query(
            String merchantId,
            Instant from,
            Instant to,
            @Nullable State state,
            @Nullable String text,
            int limit,
            @Nullable Place after) {
        boolean fits(Payment payment) {
            return (state == null || payment.state() == state)
                    && (text == null || texts(payment).anyMatch(this::has));
        }

        private boolean has(@Nullable String candidate) {
            return candidate != null
                    && text != null
                    && candidate.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }

        private static Stream<@Nullable String> texts(Payment payment) {
            Invoice invoice = payment.invoice();
            return Stream.concat(
                    Stream.of(
                            payment.id(),
                            invoice.orderId(),
                            invoice.title(),
                            payment.reference(),
                            payment.ersReference()),
                    invoice.metadata().values().stream());
        }
    }

    /** @param next where the next call goes on, {@code null} if everything was looked at */
    public record Found(List<Payment> payments, @Nullable Place next) {}

    public Found find(Query query) {
        List<Payment> found = new ArrayList<>();
        LocalDate first = query.from().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate day = query.after() == null
                ? query.to().atOffset(ZoneOffset.UTC).toLocalDate()
                : query.after().day();
        Optional<Place> last = Optional.ofNullable(query.after());
        int rows = 0;
        for (int days = 0; !day.isBefore(first); ) {
            List<Place> places = index.madeOn(query.merchantId(), day, last, PAGE);
            for (Place place : places) {
                last = Optional.of(place);
                if (place.madeAt().isAfter(query.to())) continue;
                if (place.madeAt().isBefore(query.from())) return new Found(found, null);
                store.find(place.paymentId()).filter(query::fits).ifPresent(found::add);
                if (found.size() == query.limit() || ++rows == MOST_ROWS) return new Found(found, place);
            }
            if (places.size() == PAGE) continue;
            day = day.minusDays(1);
            last = Optional.empty();
            if (++days == MOST_DAYS && !day.isBefore(first)) return new Found(found, endOf(day));
        }
        return new Found(found, null);
    }

    /** Behind which everything of the day is. */
    private static Place endOf(LocalDate day) {
        return new Place(day, "9999999999999#~");
    }
}
