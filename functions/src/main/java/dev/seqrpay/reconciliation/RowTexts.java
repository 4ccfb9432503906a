package dev.seqrpay.reconciliation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a row. How refunds and reversals show is open (contract, "Reports"): a sales amount below zero is
 * one, and so is an amount whose name says so. Elements of other names are ignored.
 */
final class RowTexts {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,12}(\\.[0-9]{1,20})?");
    private static final Pattern GIVEN_BACK = Pattern.compile("(?i).*(refund|revers|credit|cancel).*");
    private static final String NULL = "NULL";

    private final int number;
    private final Map<String, String> texts;
    /** The row's own name may say that it is a refund. */
    private final boolean isGivenBack;

    RowTexts(int number, String name, Map<String, String> texts) {
        this.number = number;
        this.texts = texts;
        this.isGivenBack = GIVEN_BACK.matcher(name).matches();
    }

    int number() {
        return number;
    }

    @Nullable
    String word(String name) {
        String text = texts.get(name);
        return text == null || text.isEmpty() || text.equals(NULL) ? null : text;
    }

    boolean isOfOneMovement() {
        return word("ErsReference") != null;
    }

    boolean isSum() {
        return texts.keySet().stream().anyMatch(name -> name.endsWith("Total") || name.endsWith("Count"));
    }

    /** What was sold, {@code null} if nothing stands there. */
    @Nullable
    Long sales(String what) {
        @Nullable Long amount = texts.containsKey("Sales" + what) ? minor("Sales" + what) : null;
        return amount != null && isGivenBack ? Long.valueOf(-Math.abs(amount)) : amount;
    }

    /** What went back by names of its own, below zero; {@code null} if nothing stands there. */
    @Nullable
    Long givenBack(String what) {
        @Nullable Long sum = null;
        for (String name : texts.keySet())
            if (name.endsWith(what) && GIVEN_BACK.matcher(name).matches())
                sum = Math.addExact(sum == null ? 0 : sum, -Math.abs(minor(name)));
        return sum;
    }

    UnreadableReport refused(String why) {
        return new UnreadableReport(String.format(Locale.ROOT, "row %d %s", number, why));
    }

    private long minor(String name) {
        String text = texts.getOrDefault(name, "");
        if (!DECIMAL.matcher(text).matches()) throw refused("has no amount that can be read as " + name);
        BigDecimal plain = new BigDecimal(text).stripTrailingZeros();
        if (plain.scale() > 2) throw refused("has an amount with more than two decimal places as " + name);
        return plain.movePointRight(2).longValueExact();
    }
}
