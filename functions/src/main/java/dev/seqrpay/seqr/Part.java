package dev.seqrpay.seqr;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of a {@link Multipart}: header lines, an empty line, the content (RFC 2046, 5.1).
 *
 * @param content a character for each byte
 * @param begin of the part, and its end, in the whole
 */
record Part(Map<String, String> headers, String content, int begin, int end) {
    private static final Pattern EMPTY_LINE = Pattern.compile("(?:\\A|\\r?\\n)\\r?\\n");
    private static final Set<String> XML = Set.of("", "text/xml", "application/xml", "application/xop+xml");

    static Part of(String whole, int begin, int end) throws Unreadable {
        String part = whole.substring(begin, end);
        Matcher emptyLine = EMPTY_LINE.matcher(part);
        return emptyLine.find()
                ? new Part(headers(part.substring(0, emptyLine.start())), part.substring(emptyLine.end()), begin, end)
                : new Part(headers(part), "", begin, end);
    }

    private static Map<String, String> headers(String lines) throws Unreadable {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
            if (line.isBlank()) continue;
            int colon = line.indexOf(':');
            if (colon < 1) throw new Unreadable("a part has a header that is none");
            String value = line.substring(colon + 1).strip();
            String before = headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), value);
            if (before != null && !before.equals(value)) throw new Unreadable("a part contradicts itself");
        }
        return headers;
    }

    /** {@code null} if it has none. */
    @Nullable
    String id() {
        String id = headers.get("content-id");
        return id == null ? null : id(id);
    }

    static String id(String written) {
        return written.strip().replaceFirst("^<(.*)>$", "$1");
    }

    /** The part, as a message of its own. */
    SoapAnswer answer() throws Unreadable {
        String type = headers.get("content-type");
        if (!XML.contains(MediaType.of(type).name())) throw new Unreadable("the part to read is not XML");
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        return new SoapAnswer(type, TransferEncoding.undone(headers.get("content-transfer-encoding"), bytes));
    }
}
