package dev.seqrpay.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The day index's contract without a database. */
public final class InMemoryDays implements DayIndex {
    private final Map<String, List<Place>> places = new HashMap<>();
    private boolean isAway;

    public void away(boolean nowAway) {
        isAway = nowAway;
    }

    public void add(Payment payment) {
        places.computeIfAbsent(payment.merchantId(), none -> new ArrayList<>()).add(Place.of(payment));
    }

    @Override
    public List<Place> madeOn(String merchantId, LocalDate day, Optional<Place> before, int limit) {
        if (isAway) throw new StoreUnavailable(new IllegalStateException("the day index is away"));
        return places.getOrDefault(merchantId, List.of()).stream()
                .filter(place -> place.day().equals(day))
                .filter(place ->
                        before.isEmpty() || place.key().compareTo(before.get().key()) < 0)
                .sorted(Comparator.comparing(Place::key).reversed())
                .limit(limit)
                .toList();
    }
}
