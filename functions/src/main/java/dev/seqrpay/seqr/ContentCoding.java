package dev.seqrpay.seqr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Undoes the coding of a body (RFC 9110, 8.4). We ask for none, but some proxies compress all the same. We accept
 * gzip, which has one meaning. We refuse {@code deflate}, which has two in practice (RFC 9110, 8.4.1.2), and the codings that
 * the JDK does not know.
 */
final class ContentCoding {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+._-]{1,20}");

    private ContentCoding() {}

    /** @param codings the values of the header Content-Encoding, in the order in which they were applied */
    static byte[] undone(List<String> codings, byte[] body, int maxBytes) throws IOException {
        String coding = codings.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("identity"))
                .collect(Collectors.joining("+"));
        return switch (coding) {
            case "" -> body;
            case "gzip", "x-gzip" -> inflated(body, maxBytes);
            default -> throw new NoAnswer("the content coding " + named(coding) + " is not known");
        };
    }

    private static byte[] inflated(byte[] body, int maxBytes) throws IOException {
        try (Gzip gzip = new Gzip(body)) {
            byte[] whole = gzip.readNBytes(maxBytes + 1);
            if (whole.length > maxBytes)
                throw new NoAnswer("an answer that inflates to more than " + maxBytes + " bytes");
            if (!gzip.isUsedUp()) throw new NoAnswer("more than what was compressed");
            return whole;
        }
    }

    private static String named(String coding) {
        return NAME.matcher(coding).matches() ? coding : "of an answer";
    }

    private static final class Gzip extends GZIPInputStream {
        private static final int TRAILER = 8;

        /** The whole body is in the inflater's buffer, so that the inflater knows what is left. */
        Gzip(byte[] body) throws IOException {
            super(new ByteArrayInputStream(body), Math.max(1, body.length));
        }

        /** The JDK ignores bytes after the last member, so this looks for them. */
        boolean isUsedUp() {
            return inf.getRemaining() == TRAILER;
        }
    }
}
