package dev.seqrpay.accounting;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A voucher as a SIE file of type 4I, which accounting programs in Sweden import (SIE 4C, 2025): lines of items that
 * begin with a number sign, in code page 437. It has no number: the program gives one.
 */
public final class SieFile {
    private static final Charset PC8 = Charset.forName("IBM437");
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern ORGANISATION = Pattern.compile("([0-9]{6})-?([0-9]{4})");
    private static final int DELETE = 127;
    private static final int NO_BREAK_SPACE = 0xA0;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CharsetEncoder encoder = PC8.newEncoder();

    private SieFile() {}

    /**
     * @param company whose books they are
     * @param organisationNumber {@code null} if not told; one that is not Swedish is left out
     * @param series of the voucher, up to ten letters and digits; the program's own if empty
     * @param madeOn today, where the shop is
     * @throws Unbookable if a text has a character that code page 437 does not have
     */
    public static byte[] of(
            Voucher voucher, String company, @Nullable String organisationNumber, String series, LocalDate madeOn) {
        SieFile file = new SieFile();
        file.head(voucher, company, organisationNumber, madeOn);
        file.accounts(voucher);
        file.voucher(voucher, series, madeOn);
        return file.out.toByteArray();
    }

    private void head(Voucher voucher, String company, @Nullable String organisationNumber, LocalDate madeOn) {
        line("#FLAGGA 0");
        line("#PROGRAM " + quoted("the program's name", "seqrpay") + " 1");
        line("#FORMAT PC8");
        line("#GEN " + DATE.format(madeOn));
        line("#SIETYP 4");
        Matcher number = ORGANISATION.matcher(organisationNumber == null ? "" : organisationNumber.strip());
        if (number.matches()) line("#ORGNR " + number.group(1) + "-" + number.group(2));
        line("#FNAMN " + quoted("the company's name", company));
        line("#VALUTA " + voucher.currency().getCurrencyCode());
    }

    private void accounts(Voucher voucher) {
        SortedMap<String, String> names = new TreeMap<>();
        for (Voucher.Line line : voucher.lines())
            if (line.account().name() != null)
                names.put(line.account().number(), line.account().name());
        names.forEach((number, name) -> line("#KONTO " + number + " " + quoted("the name of account " + number, name)));
    }

    private void voucher(Voucher voucher, String series, LocalDate madeOn) {
        String date = DATE.format(voucher.date());
        line("#VER " + quoted("the series", series) + " \"\" " + date + " "
                + quoted("the voucher's text", voucher.text()) + " " + DATE.format(madeOn));
        line("{");
        for (Voucher.Line each : voucher.lines())
            line("   #TRANS " + each.account().number() + " {} "
                    + BigDecimal.valueOf(each.minor(), 2).toPlainString() + " " + date + " "
                    + quoted("a line's text", each.text()));
        line("}");
    }

    private void line(String text) {
        out.writeBytes(text.getBytes(PC8));
        out.write('\r');
        out.write('\n');
    }

    /** A quote is written behind a backslash, and a backslash itself in no way. */
    private String quoted(String field, String text) {
        text.codePoints().forEach(character -> check(field, character));
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    private void check(String field, int character) {
        boolean isWritable = character >= ' '
                && character != DELETE
                && character != NO_BREAK_SPACE
                && character != '\\'
                && encoder.canEncode(Character.toString(character));
        if (!isWritable)
            throw new Unbookable(String.format(
                    "%s has the character U+%04X %s, which a SIE file cannot have", field, character, name(character)));
    }

    private static String name(int character) {
        String name = Character.getName(character);
        return name == null ? "without a name" : name;
    }
}
