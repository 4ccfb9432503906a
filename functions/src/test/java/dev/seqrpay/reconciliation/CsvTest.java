package dev.seqrpay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\",\"Click\")",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "=cmd|' /C calc'!A0",
                "＝1",
                "'=1"
            })
    void a_text_that_looks_like_a_formula_is_a_text(String formula) throws IOException {
        String cell = CsvReader.rows(row(formula)).get(0).get(0);

        assertThat(cell).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tröja", "a=b", "1-2", "a,b", "say \"hi\"", "two\r\nlines", " =1"})
    void any_other_text_is_as_it_was(String text) throws IOException {
        assertThat(CsvReader.rows(row(text))).containsExactly(List.of(text));
    }

    @Test
    void an_amount_below_zero_stays_a_number_and_a_text_that_looks_like_one_does_not() throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out)
                .money(Money.of("SEK", "10").minus(Money.of("SEK", "159.5")))
                .amount(new BigDecimal("-1"))
                .number(-3)
                .text("-149.50")
                .amount(null)
                .text(null)
                .end();

        assertThat(out).hasToString("-149.50,SEK,-1.00,-3,'-149.50,,\r\n");
    }

    @Test
    void whatever_is_written_is_read_again() throws IOException {
        Random random = new Random(7);
        String letters = "=+-@'\t\r\n\",; aå0";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--)
                text.append(letters.charAt(random.nextInt(letters.length())));

            List<List<String>> rows = CsvReader.rows(row(text.toString()));

            assertThat(rows).hasSize(1);
            assertThat(CsvReader.unguarded(rows.get(0).get(0))).isEqualTo(text.toString());
        }
    }

    @Test
    void the_reader_of_the_tests_is_strict() {
        for (String bad : List.of("a\n", "a", "\"a\r\n", "a\"b\r\n", "a,b\r\nc\r\n"))
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> CsvReader.rows(bad));
    }

    private static String row(String text) throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out).text(text).end();
        return out.toString();
    }
}
