package dev.seqrpay.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks which addresses from outside may become a link. */
final class WebAddress {
    private WebAddress() {}

    /** A shop's page: http or https on some host. Anything else does not become a link, above all not {@code javascript:}. */
    static Optional<String> page(@Nullable String address) {
        if (address == null) return Optional.empty();
        try {
            URI uri = new URI(address);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The same address with one parameter more in its query, before its fragment. */
    static String with(String page, String name, String value) {
        int fragment = page.indexOf('#');
        String address = fragment < 0 ? page : page.substring(0, fragment);
        String rest = fragment < 0 ? "" : page.substring(fragment);
        String sign = !address.contains("?") ? "?" : address.endsWith("?") || address.endsWith("&") ? "" : "&";
        return address + sign + name + "=" + value + rest;
    }
}
