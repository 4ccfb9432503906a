package dev.seqrpay.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-29, Europe/Stockholm, 2026-03-28T23:00:00Z, 23",
        "2026-10-25, Europe/Stockholm, 2026-10-24T22:00:00Z, 25",
        "2026-11-27, Europe/Stockholm, 2026-11-26T23:00:00Z, 24",
        "2026-11-27, UTC, 2026-11-27T00:00:00Z, 24",
        "2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z, 23",
        "2011-12-31, Pacific/Apia, 2011-12-30T10:00:00Z, 24",
    })
    void a_day_is_as_long_as_its_clocks_say(LocalDate date, String zone, Instant begin, int hours) {
        ShopDay day = new ShopDay(date, ZoneId.of(zone));

        assertThat(day.begin()).isEqualTo(begin);
        assertThat(Duration.between(day.begin(), day.end())).hasHours(hours);
        assertThat(day.contains(begin)).isTrue();
        assertThat(day.contains(begin.minusNanos(1))).isFalse();
        assertThat(day.contains(day.end())).isFalse();
    }

    @Test
    void each_instant_of_a_year_is_in_one_day_alone() {
        ZoneId zone = ZoneId.of("Europe/Stockholm");
        ShopDay day = ShopDay.of(Instant.parse("2026-01-01T00:30:00Z"), zone);
        for (Instant at = day.begin(); at.isBefore(Instant.parse("2027-01-01T00:00:00Z")); at = at.plusSeconds(1800)) {
            if (!day.contains(at)) day = day.next();
            assertThat(day.contains(at)).isTrue();
            assertThat(ShopDay.of(at, zone)).isEqualTo(day);
        }
        assertThat(day.date()).isEqualTo("2027-01-01");
    }
}
