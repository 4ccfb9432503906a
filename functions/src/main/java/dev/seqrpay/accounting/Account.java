package dev.seqrpay.accounting;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account of the shop's chart.
 *
 * @param name {@code null} if it is not known: then a file does not name it, so that no chart is changed by it
 */
public record Account(String number, @Nullable String name) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{3,7}");

    public Account {
        if (!NUMBER.matcher(number).matches())
            throw new IllegalArgumentException("an account has four to eight digits, such as 1580: " + number);
    }
}
