package dev.seqrpay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The verbs and their options. The scripts print the same file, as help is wanted before anything is built. */
final class Help {
    private Help() {}

    static String text() {
        try (InputStream file = Help.class.getResourceAsStream("help.txt")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
