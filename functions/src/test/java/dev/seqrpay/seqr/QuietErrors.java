package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a class during which anything was printed on stderr or logged: a parser must not quote an answer there. */
final class QuietErrors implements BeforeAllCallback, AfterAllCallback {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private final Handler logged = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue())
                printed.writeBytes((line.getLoggerName() + ": " + line.getMessage()).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Override
    public void beforeAll(ExtensionContext tests) {
        printed.reset();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Logger.getLogger("").addHandler(logged);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        System.setErr(before);
        Logger.getLogger("").removeHandler(logged);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
