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

    /** Quoted text stays as it is. A plus or a minus keeps its spaces, because two in a row mean something else. */
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

    /** JavaScript without comments, indents and spaces around signs, because only readers of the source need them. */
    static String code(String... files) {
        StringBuilder code = new StringBuilder();
        for (String file : files) code.append(lines(file, "\n"));
        return SIGN.matcher(code).replaceAll(found -> quoteReplacement(found.group(found.group(1) == null ? 0 : 1)));
    }

    /** A style without the spaces that only people need. A space before a colon stays, because it belongs to a selector. */
    static String style(String file) {
        return SPACE.matcher(lines(file, ""))
                .replaceAll(found -> found.group(1) == null ? "" : found.group(1))
                .replace(";}", "}");
    }

    /** This is safe because no text of ours has two slashes between spaces. */
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
