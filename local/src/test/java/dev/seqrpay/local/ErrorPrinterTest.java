package dev.seqrpay.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ErrorPrinterTest {
    private static final String ERROR =
            "{\"event\":\"error\",\"payment\":\"pay_a\",\"trace\":\"Oh\\n\\tat dev.seqrpay.A\\n\\tat java.lang.B\\n\"}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ErrorPrinter errors = new ErrorPrinter(new PrintStream(out, true, UTF_8));

    @Test
    void showsAnErrorOnceWithTheLinesThatAreOurs() {
        errors.log("Sweep", ERROR);
        errors.log("Sweep", ERROR);

        assertThat(out.toString(UTF_8).lines()).containsExactly("Sweep: pay_a Oh", "\tat dev.seqrpay.A");
    }

    @Test
    void showsNothingElse() {
        errors.log("Sweep", "{\"event\":\"sweep\"}");
        errors.log("Sweep", "not JSON");

        assertThat(out.toString(UTF_8)).isEmpty();
    }
}
