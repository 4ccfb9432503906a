package dev.seqrpay.merchant;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A small picture that browsers only show: PNG, JPEG or WebP, recognised by its first bytes and not by a name or type that
 * came with it. No SVG, because it can hold scripts and load other files.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Logo(byte[] bytes) {
    /** It is stored with the shop, and read with it at each checkout. */
    public static final int MAX_BYTES = 16 << 10;

    public Logo {
        if (bytes.length > MAX_BYTES) throw new IllegalArgumentException("a logo has at most " + MAX_BYTES + " bytes");
        contentType(bytes);
    }

    public String contentType() {
        return contentType(bytes);
    }

    private static String contentType(byte[] bytes) {
        if (has(bytes, 0, "\u0089PNG\r\n\u001a\n")) return "image/png";
        if (has(bytes, 0, "\u00ff\u00d8\u00ff")) return "image/jpeg";
        if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) return "image/webp";
        throw new IllegalArgumentException("a logo is a PNG, JPEG or WebP image");
    }

    private static boolean has(byte[] bytes, int at, String mark) {
        byte[] expected = mark.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + expected.length
                && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }
}
