package dev.seqrpay.http;

import java.util.regex.Pattern;

/** Which characters a text may have, and what becomes of its white space. */
public final class Text {
    /** Line breaks, tabs, and spaces of every width; a byte order mark is none, though Unicode names it a space. */
    private static final Pattern SPACE = Pattern.compile("[\\t-\\r\\p{Z}]+");

    private static final Pattern BYTE_ORDER_MARK = Pattern.compile("\\uFEFF");
    /** Overrides and isolates that make a text read differently from what it says. */
    private static final Pattern BIDI = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    /** Those from U+0080 on appear when a text of another encoding is read as Latin-1. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");
    /** The mark of a decoder for bytes that it cannot read; halves of surrogate pairs; characters that XML cannot hold. */
    private static final Pattern DAMAGED = Pattern.compile("[\\uFFFD\\p{Cs}\\uFFFE\\uFFFF]");
    /** Formats, joiners, variation selectors, tags, and letters that are not visible. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Z}\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0"
                    + "\\x{E0000}-\\x{E0FFF}]+");

    private Text() {}

    static boolean isBlank(String text) {
        return line(text).isEmpty();
    }

    /**
     * For texts that people read: one line.
     *
     * @throws IllegalArgumentException with a reason that can be shown
     */
    static String shown(String text, int maxLength) {
        String line = line(text);
        if (BIDI.matcher(line).find())
            throw new IllegalArgumentException("must not have bidirectional override characters");
        if (INVISIBLE.matcher(line).matches())
            throw new IllegalArgumentException("must have a character that can be seen");
        return stored(line, maxLength);
    }

    /**
     * For texts that are only kept: nothing is changed.
     *
     * @throws IllegalArgumentException with a reason that can be shown
     */
    static String stored(String text, int maxLength) {
        if (CONTROL.matcher(text).find()) throw new IllegalArgumentException("must not have control characters");
        if (DAMAGED.matcher(text).find())
            throw new IllegalArgumentException(
                    "was damaged before it came here: it has U+FFFD or another character that stands for none");
        if (text.codePointCount(0, text.length()) > maxLength)
            throw new IllegalArgumentException("must have at most " + maxLength + " characters");
        return text;
    }

    /** Turns white space of any kind and length into one space, and removes it at both ends. */
    static String line(String text) {
        return SPACE.matcher(BYTE_ORDER_MARK.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
