package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.Money;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma-separated values (RFC 4180) that a spreadsheet may open. A text that it could take for a formula gets
 * an apostrophe in front, and so does one that begins with an apostrophe, so that nothing is lost. A number is one
 * that we have written ourselves: it stays a number, below zero too.
 */
public final class Csv {
    /** Spreadsheets take a text for a formula that begins so; of the wide ones, some do. */
    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char APOSTROPHE = '\'';

    private final Appendable out;
    private boolean isInRow;

    public Csv(Appendable out) {
        this.out = out;
    }

    /** @param text from anywhere; {@code null} is an empty cell */
    public Csv text(@Nullable String text) throws IOException {
        return cell(text == null ? "" : safe(text));
    }

    public Csv number(long number) throws IOException {
        return cell(Long.toString(number));
    }

    /** With two decimal places and a point. */
    public Csv amount(@Nullable BigDecimal amount) throws IOException {
        return cell(amount == null ? "" : amount.setScale(2).toPlainString());
    }

    /** The amount and, in a cell of its own, its currency. */
    public Csv money(@Nullable Money money) throws IOException {
        return money == null
                ? amount(null).text(null)
                : amount(money.decimal()).text(money.currency().getCurrencyCode());
    }

    public Csv end() throws IOException {
        out.append("\r\n");
        isInRow = false;
        return this;
    }

    private static String safe(String text) {
        boolean isDangerous =
                !text.isEmpty() && (text.charAt(0) == APOSTROPHE || DANGEROUS.indexOf(text.charAt(0)) >= 0);
        return isDangerous ? APOSTROPHE + text : text;
    }

    private Csv cell(String value) throws IOException {
        if (isInRow) out.append(',');
        isInRow = true;
        boolean isQuoted = value.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
        out.append(isQuoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        return this;
    }
}
