package dev.seqrpay.seqr;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a report, which comes as bytes, as text, or as both (contract, "Reports"). Where both can be read
 * they must say the same, whatever line breaks they have. Bytes that are not what they are declared to be count only if
 * there is no text.
 */
final class ReportText {
    private static final Pattern DECLARATION = Pattern.compile("\\s*<\\?xml\\s[^>]*\\?>");

    private ReportText() {}

    static String of(byte @Nullable [] content, @Nullable String contentString) throws Unreadable {
        byte[] bytes = content == null ? new byte[0] : content;
        String text = contentString == null ? "" : contentString.strip();
        if (bytes.length == 0 && text.isEmpty()) throw new Unreadable("the report is empty");
        if (bytes.length == 0) return text;
        return text.isEmpty() ? decoded(bytes) : same(bytes, text);
    }

    private static String same(byte[] content, String text) throws Unreadable {
        String decoded;
        try {
            decoded = decoded(content);
        } catch (Unreadable notAsDeclared) {
            return text;
        }
        if (!body(decoded).equals(body(text)))
            throw new Unreadable("the report's content and its contentString say different things");
        return text;
    }

    private static String decoded(byte[] content) throws Unreadable {
        int start = 0;
        while (start < content.length && isSpace(content[start])) start++;
        return XmlText.of(start == 0 ? content : Arrays.copyOfRange(content, start, content.length), null)
                .strip();
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    /** Without the declaration, for text that was decoded once has no charset any more. */
    private static String body(String text) {
        String body = DECLARATION.matcher(text).lookingAt() ? text.substring(text.indexOf("?>") + 2) : text;
        return body.replace("\r\n", "\n").strip();
    }
}
