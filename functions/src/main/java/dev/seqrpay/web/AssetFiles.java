package dev.seqrpay.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that the assets are made from, as they lie beside this class. */
final class AssetFiles {
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)// .*$|/\\*(?s:.*?)\\*/");

    private static final Pattern SPACE = Pattern.compile(" *([{};,]) *|(?<=:) +");

    /** What is quoted is passed over as it is; a plus or a minus keeps its spaces, for two in a row mean something else. */
    private static final Pattern SIGN =
            Pattern.compile("'(?:\\\\.|[^'\\\\\n])*'|`(?:\\\\.|[^`\\\\])*`| *(=>|[=!]==|\\|\\||&&|[=?:*<>,{}();&|]) *");

    private AssetFiles() {}

    static String text(String file) {
        try (InputStream in = AssetFiles.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JavaScript without comments, indents and spaces around signs, which are for those who read the source. */
    static String code(String... files) {
        StringBuilder code = new StringBuilder();
        for (String file : files) code.append(lines(file, "\n"));
        return SIGN.matcher(code).replaceAll(found -> quoteReplacement(found.group(found.group(1) == null ? 0 : 1)));
    }

    /** A style without what only people need between its words; a space before a colon is a selector's own. */
    static String style(String file) {
        return SPACE.matcher(lines(file, ""))
                .replaceAll(found -> found.group(1) == null ? "" : found.group(1))
                .replace(";}", "}");
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
