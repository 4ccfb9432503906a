package dev.seqrpay.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that the assets are made from, as they lie beside this class. */
final class Source {
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)// .*$|/\\*(?s:.*?)\\*/");

    private Source() {}

    static String text(String file) {
        try (InputStream in = Source.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** JavaScript without comments and indents, which are for those who read the source. */
    static String code(String... files) {
        StringBuilder code = new StringBuilder();
        for (String file : files) code.append(lines(file, "\n"));
        return code.toString();
    }

    static String style(String file) {
        return lines(file, "");
    }

    /** No text of ours has the two slashes between spaces. */
    private static String lines(String file, String end) {
        return COMMENT.matcher(text(file))
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line + end)
                .collect(Collectors.joining());
    }
}
