package dev.seqrpay.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A shop's payments by the day (UTC) on which they were made. */
public interface DayIndex {
    /** A payment's place in its day: the time and the id, so that text order is the order in which they were made. */
    record Place(LocalDate day, String key) {
        public static Place of(Payment payment) {
            Instant made = payment.createdAt();
            return new Place(
                    made.atOffset(ZoneOffset.UTC).toLocalDate(),
                    "%013d".formatted(made.truncatedTo(ChronoUnit.MILLIS).toEpochMilli()) + "#" + payment.id());
        }

        String paymentId() {
            return key.substring(key.indexOf('#') + 1);
        }

        Instant madeAt() {
            return Instant.ofEpochMilli(Long.parseLong(key.substring(0, key.indexOf('#'))));
        }
    }

    /**
     * The latest first.
     *
     * @param before the place behind which to begin, empty for the latest
     */
    List<Place> madeOn(String merchantId, LocalDate day, Optional<Place> before, int limit);
}
