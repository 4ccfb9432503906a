package dev.seqrpay.http;

import dev.seqrpay.merchant.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why an address cannot be one of the shop's pages: the first error in it, in words for the developer who wrote it. */
final class ShopAddress {
    private static final String ABSOLUTE = "must be an absolute http or https URL";

    /** Characters that no part of a URL may have (RFC 3986, appendix A). */
    private static final Pattern NEVER = Pattern.compile("[ \"<>\\\\^`{|}]");

    private ShopAddress() {}

    static Optional<String> fault(String url) {
        return Optional.ofNullable(firstFault(url));
    }

    private static @Nullable String firstFault(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return syntax(url, e);
        }
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getRawAuthority() == null) return ABSOLUTE;
        if (uri.getRawAuthority().contains("@"))
            return "must not name a user: what stands before @ is none of the host";
        if (uri.getHost() == null)
            return "must have a host of letters, digits, hyphens and dots (a name in other letters as xn--…), and a port"
                    + " that is a number";
        return Origin.of(url).isEmpty() ? ABSOLUTE : null;
    }

    private static String syntax(String url, URISyntaxException malformed) {
        if (malformed.getReason().startsWith("Malformed escape"))
            return "must not have a % that is not followed by two hexadecimal digits (a plain one is %25)";
        if (!malformed.getReason().startsWith("Illegal character")) return ABSOLUTE;
        // of a host the JDK only says where it begins
        Matcher never = NEVER.matcher(url);
        int odd = url.codePointAt(never.find() ? never.start() : malformed.getIndex());
        return "must not have the character " + name(odd) + " as it is: write it as " + PercentEncoded.of(odd);
    }

    private static String name(int character) {
        return character == ' ' ? "space" : Character.toString(character);
    }
}
