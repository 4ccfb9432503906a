package dev.seqrpay.accounting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day in a shop's time zone: 23 or 25 hours long where the clocks change, and it may begin at one o'clock. */
public record ShopDay(LocalDate date, ZoneId zone) {
    /** The day that it is there now. */
    public static ShopDay of(Instant now, ZoneId zone) {
        return new ShopDay(now.atZone(zone).toLocalDate(), zone);
    }

    /** @return the first instant of it */
    public Instant begin() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** @return the first instant that is not of it any more */
    public Instant end() {
        return next().begin();
    }

    public ShopDay next() {
        return new ShopDay(date.plusDays(1), zone);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(begin()) && at.isBefore(end());
    }
}
