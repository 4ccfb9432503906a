package dev.seqrpay.payment;

import dev.seqrpay.payment.DayIndex.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Erases personal data a stated time after a payment's end. What bookkeeping needs stays: rows, amounts, times, references and the
 * history ({@code docs/security.md}, "What is kept").
 */
public final class Retention {
    /** How far back the first run looks: more than a year, so that what an older version stored is erased too. */
    static final Duration FIRST_RUN = Duration.ofDays(400);

    /** A payer has a day at most (the longest term) and may reserve the money then; what is over is settled within another. */
    private static final Duration TO_ITS_END = Duration.ofDays(2).plus(Reservation.LONGEST);

    private static final int PAGE = 100;
    private static final int TRIES = 5;

    private final PaymentStore payments;
    private final DayIndex days;
    private final PersonalData data;
    private final InstantSource clock;

    public Retention(PaymentStore payments, DayIndex days, PersonalData data, InstantSource clock) {
        this.payments = payments;
        this.days = days;
        this.data = data;
        this.clock = clock;
    }

    /**
     * Erases a shop's old payments, the oldest days first, and remembers each day that is done, so that the next run goes on there.
     *
     * @param kept how long after its end a payment keeps its personal data
     * @param deadline no further day is begun after it
     * @return how many payments were erased
     */
    public int eraseOld(String merchantId, Duration kept, Instant deadline) {
        LocalDate last = day(clock.instant().minus(kept).minus(TO_ITS_END)).minusDays(1);
        LocalDate next = data.erasedThrough(merchantId)
                .map(done -> done.plusDays(1))
                .orElseGet(() -> last.minusDays(FIRST_RUN.toDays()));
        int erased = 0;
        for (; !next.isAfter(last) && clock.instant().isBefore(deadline); next = next.plusDays(1)) {
            erased += eraseDay(merchantId, next);
            data.markErasedThrough(merchantId, next);
        }
        return erased;
    }

    private int eraseDay(String merchantId, LocalDate day) {
        int erased = 0;
        Optional<Place> before = Optional.empty();
        List<Place> page;
        do {
            page = days.madeOn(merchantId, day, before, PAGE);
            for (Place place : page) {
                before = Optional.of(place);
                if (erase(place.paymentId())) erased++;
            }
        } while (page.size() == PAGE);
        return erased;
    }

    /**
     * Erases the personal data of one payment now.
     *
     * @return whether it had any
     * @throws IllegalStateException if it has not ended yet: its shopper may be paying
     */
    public boolean erase(String paymentId) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Optional<Payment> found = payments.find(paymentId);
            if (found.isEmpty()) return false;
            Payment payment = found.get();
            if (payment.due().isPresent()) throw new IllegalStateException(paymentId + " has not ended yet");
            if (payment.equals(payment.withoutPersonalData())) return false;
            if (data.erase(payment)) return true;
        }
        throw new IllegalStateException(paymentId + " changes all the time");
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
