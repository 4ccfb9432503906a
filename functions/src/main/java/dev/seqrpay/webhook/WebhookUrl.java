package dev.seqrpay.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of an endpoint, as a shop writes it. Whether it is on the public internet is checked at each call. An
 * address that never can be is refused when the shop writes it.
 */
public final class WebhookUrl {
    private static final String BUS = "eventbridge";
    private static final int MAX_LENGTH = 500;
    /** A name with a dot and letters at its end. A number, in whatever notation, is not one. */
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    /** RFC 6761, RFC 6762, ICANN's {@code internal}, and what routers and companies use: names inside of private networks. */
    private static final Pattern OWN =
            Pattern.compile("(.*\\.)?(localhost|local|internal|intranet|lan|home|corp|localdomain|svc|arpa)");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1]");

    private WebhookUrl() {}

    /**
     * @param onThisMachine whether it may lead to the loopback interface, with or without TLS
     * @throws IllegalArgumentException with a reason that can be shown
     */
    public static URI read(String text, boolean onThisMachine) {
        URI url = parse(text);
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        if (url.getRawUserInfo() != null) throw new IllegalArgumentException("must have no user in it");
        if (url.getRawFragment() != null) throw new IllegalArgumentException("must have no fragment");
        if (onThisMachine && LOOPBACK.matcher(host).matches() && hasScheme(url, "http", "https")) return url;
        if (!hasScheme(url, "https")) throw new IllegalArgumentException("must begin with https://");
        if (!NAME.matcher(host).matches() || OWN.matcher(host).matches())
            throw new IllegalArgumentException("must have a host name of the public internet");
        return url;
    }

    /** The bus of the deployment, as an endpoint's address. */
    public static URI ofBus(String name) {
        return URI.create(BUS + ":" + name);
    }

    public static boolean isBus(URI url) {
        return BUS.equals(url.getScheme());
    }

    private static URI parse(String text) {
        try {
            if (text.length() <= MAX_LENGTH && text.chars().allMatch(c -> c > ' ' && c < 0x7f)) return new URI(text);
        } catch (URISyntaxException notAUrl) {
            // the same reason for all
        }
        throw new IllegalArgumentException("must be a URL of at most " + MAX_LENGTH + " ASCII characters");
    }

    private static boolean hasScheme(URI url, String... schemes) {
        for (String scheme : schemes) if (scheme.equalsIgnoreCase(url.getScheme())) return true;
        return false;
    }
}
