package dev.seqrpay.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header that lists what is wished for, each with a weight: Accept, Accept-Language, Accept-Encoding (RFC 9110, 12.4.2). An
 * entry that cannot be read is left out, and the others count.
 */
public final class Preferences {
    private static final Pattern ENTRY =
            Pattern.compile("\\s*([A-Za-z0-9!#$%&'*+.^_`|~/-]+)\\s*((?:;[^;]*)*)", Pattern.DOTALL);
    private static final Pattern WEIGHT = Pattern.compile(";\\s*[qQ]\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*(?=;|$)");
    private static final Pattern ANY_WEIGHT = Pattern.compile(";\\s*[qQ]\\s*=");

    private Preferences() {}

    private record Wish(String name, double weight) {}

    /** The names, the most wished for first, without those that have the weight 0. */
    static List<String> of(String header) {
        return wishes(header).stream()
                .filter(wish -> wish.weight > 0)
                .sorted(Comparator.comparingDouble(Wish::weight).reversed())
                .map(Wish::name)
                .toList();
    }

    public static boolean takes(String header, String name) {
        return of(header.toLowerCase(Locale.ROOT)).contains(name);
    }

    /** Whether the header wishes for it by name, because a caller that accepts anything has not asked for a page. */
    public static boolean wantsHtml(String accept) {
        return takes(accept, "text/html") || takes(accept, "application/xhtml+xml");
    }

    private static List<Wish> wishes(String header) {
        List<Wish> wishes = new ArrayList<>();
        for (String text : header.split(",")) {
            Matcher entry = ENTRY.matcher(text);
            if (!entry.matches()) continue;
            Matcher weight = WEIGHT.matcher(entry.group(2));
            if (weight.find()) wishes.add(new Wish(entry.group(1), Double.parseDouble(weight.group(1))));
            else if (!ANY_WEIGHT.matcher(entry.group(2)).find()) wishes.add(new Wish(entry.group(1), 1));
        }
        return wishes;
    }
}
