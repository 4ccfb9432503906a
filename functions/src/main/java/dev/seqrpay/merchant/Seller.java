package dev.seqrpay.merchant;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The company that sells, as a receipt has to name it (mervärdesskattelagen 2023:200, 17 kap.; directive
 * 2006/112/EC, articles 226 and 226b). What a shop has not told is
 * {@code null}.
 *
 * @param legalName of the company, where it is not that of the shop
 * @param organisationNumber such as 999999-9999
 * @param vatNumber with its country, such as SE999999999901
 * @param timeZone of the times on receipts
 */
@RecordBuilder
public record Seller(
        @Nullable String legalName,
        @Nullable String organisationNumber,
        @Nullable String vatNumber,
        ZoneId timeZone) {
    /** For a shop that has told us nothing. */
    public static final Seller NONE = new Seller(null, null, null, ZoneOffset.UTC);

    private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z ./-]{1,31}");
    /** Directive 2006/112/EC, article 215: the country's two letters first; Greece's are EL. */
    private static final Pattern VAT = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,12}");

    public Seller {
        check(legalName, NAME, "a legal name is visible text of at most 200 characters");
        check(organisationNumber, NUMBER, "an organisation number is written as in 999999-9999");
        check(vatNumber, VAT, "a VAT number is written as in SE999999999901");
    }

    /** @param name such as {@code Europe/Stockholm} */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("a time zone is written as in Europe/Stockholm: " + name);
        }
    }

    private static void check(@Nullable String text, Pattern form, String rule) {
        if (text != null && !form.matcher(text).matches()) throw new IllegalArgumentException(rule);
    }
}
