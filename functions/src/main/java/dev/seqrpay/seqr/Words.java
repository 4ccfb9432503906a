package dev.seqrpay.seqr;

import org.jspecify.annotations.Nullable;

/** The texts of an answer, none of which is long. */
final class Words {
    /** References, status words and the text of a QR code are much shorter. */
    private static final int MAX_WORD = 256;

    private Words() {}

    /** {@code null} if nothing is said. */
    static @Nullable String word(@Nullable String text) throws Unreadable {
        if (text == null || text.isBlank()) return null;
        if (text.length() > MAX_WORD) throw new Unreadable("a word has " + text.length() + " characters");
        return text.strip();
    }

    static <T> T required(String element, @Nullable T value) throws Unreadable {
        if (value == null) throw new Unreadable("it has no " + element);
        return value;
    }
}
