package dev.seqrpay.seqr;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an XML document. A byte order mark goes before the charset of the Content-Type, and that before the
 * document's own declaration (RFC 7303, 3); without any of them it is UTF-8, or UTF-16 if every other byte says so
 * (XML 1.0, F). If the other two are there, they must give the same characters, or the text is refused as ambiguous.
 */
final class XmlText {
    private static final Map<String, Charset> KNOWN = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf8", StandardCharsets.UTF_8,
            "us-ascii", StandardCharsets.US_ASCII,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "latin1", StandardCharsets.ISO_8859_1,
            "iso-8859-15", Charset.forName("ISO-8859-15"),
            "windows-1252", Charset.forName("windows-1252"),
            "utf-16", StandardCharsets.UTF_16,
            "utf-16le", StandardCharsets.UTF_16LE,
            "utf-16be", StandardCharsets.UTF_16BE);

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,30})[\"']");
    private static final int LONGEST_DECLARATION = 300;

    private final byte[] bytes;

    private XmlText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param charset of the Content-Type, {@code null} if it names none */
    static String of(byte[] bytes, @Nullable String charset) throws Unreadable {
        return new XmlText(bytes).under(charset == null ? null : known(charset));
    }

    private String under(@Nullable Charset header) throws Unreadable {
        Charset mark = mark();
        String text = decoded(mark != null ? mark : header != null ? header : evident());
        Charset declared = declared(text);
        for (Charset other : new @Nullable Charset[] {header, declared})
            if (other != null && !text.equals(decoded(other)))
                throw new Unreadable("the charsets that it names contradict each other");
        return text;
    }

    private @Nullable Charset mark() {
        if (begins(0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
        return begins(0xFE, 0xFF) || begins(0xFF, 0xFE) ? StandardCharsets.UTF_16 : null;
    }

    /** Without a charset from outside: by the first character, which can only be a bracket, and by the declaration. */
    private Charset evident() throws Unreadable {
        if (begins('<', 0) || begins(0, '<')) return StandardCharsets.UTF_16;
        Charset declared = declared(
                new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1));
        return declared == null ? StandardCharsets.UTF_8 : declared;
    }

    private static @Nullable Charset declared(String text) throws Unreadable {
        Matcher declaration = DECLARED.matcher(text);
        return declaration.lookingAt() ? known(declaration.group(1)) : null;
    }

    private static Charset known(String name) throws Unreadable {
        Charset charset = KNOWN.get(name.strip().toLowerCase(Locale.ROOT));
        if (charset == null) throw new Unreadable("it names a charset that is not known");
        return charset;
    }

    private String decoded(Charset charset) throws Unreadable {
        try {
            CharBuffer text = exact(charset).newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.length() > 0 && text.charAt(0) == '\uFEFF'
                    ? text.subSequence(1, text.length()).toString()
                    : text.toString();
        } catch (CharacterCodingException malformed) {
            throw new Unreadable("it is not " + charset);
        }
    }

    /** UTF-16 without a mark is big-endian by the standard (RFC 2781, 4.3), and little-endian in practice. */
    private Charset exact(Charset charset) {
        return StandardCharsets.UTF_16.equals(charset) && begins('<', 0) ? StandardCharsets.UTF_16LE : charset;
    }

    private boolean begins(int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xFF) != with[i]) return false;
        return true;
    }
}
