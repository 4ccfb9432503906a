package dev.seqrpay.seqr.wsdl;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * XML Schema's simple types, parsed strictly: what is not one is {@code null}, which the mapping takes for "not said".
 * The generated types name these methods (see {@code bindings.xml}), which is why they are public.
 */
public final class Xsd {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,18}(\\.[0-9]{0,9})?|\\.[0-9]{1,9})");

    private Xsd() {}

    public static Long parseLong(String text) {
        return text != null && WHOLE.matcher(text.strip()).matches() ? Long.valueOf(text.strip()) : null;
    }

    public static Integer parseInt(String text) {
        Long value = parseLong(text);
        return value != null && value == value.intValue() ? value.intValue() : null;
    }

    /** No exponent: {@code 1E1000000000} would cost gigabytes to print. */
    public static BigDecimal parseDecimal(String text) {
        return text != null && DECIMAL.matcher(text.strip()).matches() ? new BigDecimal(text.strip()) : null;
    }

    /** A time without a zone is no moment, for servers write their local time so. */
    public static Instant parseDateTime(String text) {
        if (text == null) return null;
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeParseException notAMoment) {
            return null;
        }
    }

    public static String print(Number value) {
        return value == null ? null : value.toString();
    }

    public static String print(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    public static String print(Instant value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
