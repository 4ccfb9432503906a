package dev.seqrpay.merchant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a web page lives: scheme, host and port, written the way browsers write and compare it. */
public final class Origin {
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private Origin() {}

    /**
     * @return such as {@code https://shop.example}; empty if the text is no absolute http(s) URL, and if it names a user:
     *     {@code https://shop.example@other.example/} only looks like the shop's
     */
    public static Optional<String> of(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!DEFAULT_PORTS.containsKey(scheme) || uri.getHost() == null || uri.getRawUserInfo() != null)
                return Optional.empty();
            boolean plain = uri.getPort() < 0 || uri.getPort() == DEFAULT_PORTS.get(scheme);
            return Optional.of(
                    scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (plain ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }
}
