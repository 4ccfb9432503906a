package dev.seqrpay.web;

import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Amounts, numbers and times as the reader writes them. Times are in the shop's time zone, because the shop has to say when it
 * sold, and they name that zone.
 */
final class Formats {
    private final Locale locale;
    private final ZoneId zone;

    Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        return twoPlaces(format, money)
                .replaceAll("(?<=\\p{L})(?=[0-9])", "\u00a0"); // SEK 149, which the JDK writes SEK149
    }

    /** For a table whose heading names the currency. */
    String bare(Money money) {
        return twoPlaces(NumberFormat.getNumberInstance(locale), money);
    }

    String quantity(BigDecimal quantity) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(quantity);
    }

    /** @param rate in percent, as SEQR has it */
    String percent(BigDecimal rate) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(rate.movePointLeft(2));
    }

    String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(time)
                + " " + zoneName(time);
    }

    private String zoneName(Instant time) {
        String name = DateTimeFormatter.ofPattern("z", locale).withZone(zone).format(time);
        return name.equals("Z") ? "UTC" : name;
    }

    private static String twoPlaces(NumberFormat format, Money money) {
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(money.decimal());
    }
}
