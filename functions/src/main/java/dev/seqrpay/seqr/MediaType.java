package dev.seqrpay.seqr;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Content-Type (RFC 9110, 8.3.1; RFC 2045, 5.1): its type and the names of its parameters in any case, each value a word or
 * a quoted text.
 */
record MediaType(String name, Map<String, String> parameters) {
    private static final String TOKEN = "[^\\s\"(),/:;<=>?@\\[\\\\\\]]+";
    private static final Pattern TYPE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*");
    /** Some servers write values without quotes although their characters need them, such as {@code start=<r>}. */
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(?:(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\";\\s]*+)))?\\s*");

    /** @param text {@code null} if there was none: a type without a name */
    static MediaType of(@Nullable String text) throws Unreadable {
        if (text == null || text.isBlank()) return new MediaType("", Map.of());
        Matcher matcher = TYPE.matcher(text);
        if (!matcher.lookingAt()) throw new Unreadable("its content type is none");
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        return new MediaType(name, parameters(text.substring(matcher.end())));
    }

    private static Map<String, String> parameters(String text) throws Unreadable {
        Map<String, String> all = new HashMap<>();
        Matcher next = PARAMETER.matcher(text);
        int at = 0;
        for (; next.region(at, text.length()).lookingAt(); at = next.end()) {
            if (next.group(1) == null) continue;
            String value = next.group(2) == null ? next.group(3) : next.group(2).replaceAll("\\\\(.)", "$1");
            String before = all.put(next.group(1).toLowerCase(Locale.ROOT), value);
            if (before != null && !before.equals(value)) throw new Unreadable("its content type contradicts itself");
        }
        if (at < text.length()) throw new Unreadable("its content type is none");
        return all;
    }

    boolean is(String other) {
        return name.equals(other);
    }

    /** {@code null} if it has none of that name. */
    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }
}
