package dev.seqrpay.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SieFileTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 27);
    private static final Voucher VOUCHER = new Voucher(
            DATE,
            "SEQR-betalningar 2026-11-27",
            Currency.getInstance("SEK"),
            List.of(
                    new Voucher.Line(Accounts.BAS.clearing(), 12500, "SEQR enligt rapport"),
                    new Voucher.Line(new Account("3051", null), -10005, "Försäljning 25 %"),
                    new Voucher.Line(new Account("2611", "Utgående moms"), -2495, "Moms 25 %")));

    @Test
    void a_file_is_of_type_4I_in_code_page_437() {
        byte[] file = SieFile.of(VOUCHER, "Åkes \"Fisk\" AB", "5560001234", "S", DATE.plusDays(1));

        assertThat(new String(file, Charset.forName("IBM437")).split("\r\n"))
                .containsExactly(
                        "#FLAGGA 0",
                        "#PROGRAM \"seqrpay\" 1",
                        "#FORMAT PC8",
                        "#GEN 20261128",
                        "#SIETYP 4",
                        "#ORGNR 556000-1234",
                        "#FNAMN \"Åkes \\\"Fisk\\\" AB\"",
                        "#VALUTA SEK",
                        "#KONTO 1580 \"Fordringar för kontokort och kuponger\"",
                        "#KONTO 2611 \"Utgående moms\"",
                        "#VER \"S\" \"\" 20261127 \"SEQR-betalningar 2026-11-27\" 20261128",
                        "{",
                        "   #TRANS 1580 {} 125.00 20261127 \"SEQR enligt rapport\"",
                        "   #TRANS 3051 {} -100.05 20261127 \"Försäljning 25 %\"",
                        "   #TRANS 2611 {} -24.95 20261127 \"Moms 25 %\"",
                        "}");
        assertThat(file).contains(0x8F).doesNotContain(0xC5);
    }

    @Test
    void the_strict_reader_takes_it() {
        SieReader read = SieReader.read(SieFile.of(VOUCHER, "Åkes \"Fisk\" AB", null, "", DATE));

        assertThat(read.head.get("#FNAMN")).containsExactly("Åkes \"Fisk\" AB");
        assertThat(read.head).doesNotContainKey("#ORGNR");
        assertThat(read.transactions).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Łódź, U+0141 LATIN CAPITAL LETTER L WITH STROKE",
        "Fish \uD83D\uDC1F, U+1F41F FISH",
        "Two–three, U+2013 EN DASH",
        "10 €, U+20AC EURO SIGN",
        "back\\slash, U+005C REVERSE SOLIDUS",
        "no\u00A0break, U+00A0 NO-BREAK SPACE",
        "'a\nb', U+000A LINE FEED",
        "'a\tb', U+0009 CHARACTER TABULATION",
        "del\u007F, U+007F DELETE",
    })
    void a_character_that_the_file_cannot_have_is_refused_by_name(String company, String name) {
        assertThatExceptionOfType(Unbookable.class)
                .isThrownBy(() -> SieFile.of(VOUCHER, company, null, "S", DATE))
                .withMessageContaining("the company's name has the character " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FI12345678", "", "556000-12345", "=1+1"})
    void a_number_that_is_not_Swedish_is_left_out(String number) {
        assertThat(SieReader.read(SieFile.of(VOUCHER, "Shop", number, "S", DATE)).head)
                .doesNotContainKey("#ORGNR");
    }

    @Test
    void a_voucher_that_does_not_sum_to_zero_cannot_be_made() {
        assertThatExceptionOfType(Unbookable.class)
                .isThrownBy(() -> new Voucher(
                        DATE, "t", Currency.getInstance("SEK"), VOUCHER.lines().subList(0, 2)))
                .withMessageContaining("sum to zero");
    }

    @Test
    void the_reader_of_the_tests_is_strict() {
        String good = new String(SieFile.of(VOUCHER, "Shop", null, "S", DATE), Charset.forName("IBM437"));
        for (String bad : List.of(
                good.replace("125.00", "125.01"),
                good.replace("125.00", "125,00"),
                good.replace("\r\n", "\n"),
                good.replace("PC8", "UTF8"),
                good.replace("#GEN 20261127\r\n", ""),
                good.replace("{}", ""),
                good.replace("\"Shop\"", "\"Shop"),
                good.replace("}\r\n", ""),
                good + "\u001A"))
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> SieReader.read(bad.getBytes(Charset.forName("IBM437"))));
    }
}
