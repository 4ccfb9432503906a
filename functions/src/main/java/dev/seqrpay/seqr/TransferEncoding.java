package dev.seqrpay.seqr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Undoes the Content-Transfer-Encoding of a part (RFC 2045, 6). */
final class TransferEncoding {
    private TransferEncoding() {}

    /** @param name {@code null} if there was none */
    static byte[] undone(@Nullable String name, byte[] content) throws Unreadable {
        return switch (name == null ? "binary" : name.strip().toLowerCase(Locale.ROOT)) {
            case "binary", "8bit", "7bit" -> content;
            case "base64" -> base64(content);
            case "quoted-printable" -> quotedPrintable(content);
            default -> throw new Unreadable("the transfer encoding of its part is not known");
        };
    }

    private static byte[] base64(byte[] content) throws Unreadable {
        try {
            return Base64.getDecoder().decode(text(content).replaceAll("\\s", ""));
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable("its part is not base64");
        }
    }

    /** White space at the end of a line was added under way; {@code =} there joins it to the next. */
    private static byte[] quotedPrintable(byte[] content) throws Unreadable {
        String text = text(content).replaceAll("[ \\t]+(?=\\r?\\n|\\z)", "").replaceAll("=\\r?\\n", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        try {
            for (int at = 0; at < text.length(); at++) {
                boolean plain = text.charAt(at) != '=';
                bytes.write(plain ? text.charAt(at) : HexFormat.fromHexDigits(text, at + 1, at + 3));
                if (!plain) at += 2;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException malformed) {
            throw new Unreadable("its part is not quoted-printable");
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
