package dev.seqrpay.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The response headers without which the pages must not be sent. */
public final class PageHeaders {
    private static final Map.Entry<String, String> NO_SNIFFING = Map.entry("X-Content-Type-Options", "nosniff");
    private static final Map.Entry<String, String> NO_REFERRER = Map.entry("Referrer-Policy", "no-referrer");
    private static final Map.Entry<String, String> NO_STORE = Map.entry("Cache-Control", "no-store");

    /**
     * The headers of both pages. Their address is a secret and their content belongs to the shopper, so no cache may keep them, no
     * referrer may tell the address, and only the shop may frame them. Only our own scripts run, and Trusted Types without a
     * policy keep them from turning a string into markup or code.
     *
     * @param origins where the shop's pages live, as it has registered them
     * @param sockets where the script may open a socket
     */
    public static Map<String, String> page(List<String> origins, String sockets) {
        String framers = origins.isEmpty() ? "'none'" : String.join(" ", origins);
        return Map.ofEntries(
                Map.entry("Content-Type", "text/html; charset=utf-8"),
                Map.entry(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' "
                                + sockets + "; "
                                + "base-uri 'none'; form-action 'self'; frame-ancestors " + framers + "; "
                                + "require-trusted-types-for 'script'; trusted-types 'none'"),
                Map.entry(
                        "Permissions-Policy",
                        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
                NO_REFERRER,
                NO_SNIFFING,
                NO_STORE);
    }

    /** The headers of the QR code, which a browser can also open by itself. */
    public static final Map<String, String> QR_CODE = Map.ofEntries(
            Map.entry("Content-Type", "image/svg+xml"),
            Map.entry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            NO_REFERRER,
            NO_SNIFFING,
            NO_STORE);

    /** A shop's logo: the two pages of a payment need not fetch it twice. */
    public static Map<String, String> logo(String contentType) {
        return Map.ofEntries(
                Map.entry("Content-Type", contentType),
                Map.entry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                Map.entry("Cache-Control", "private, max-age=3600"),
                NO_REFERRER,
                NO_SNIFFING);
    }

    /** The headers of the page at a bad link, which has neither script nor payment. */
    public static final Map<String, String> ERROR = Map.ofEntries(
            Map.entry("content-type", "text/html; charset=utf-8"),
            Map.entry(
                    "content-security-policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                            + "frame-ancestors 'none'"),
            Map.entry("referrer-policy", "no-referrer"),
            Map.entry("vary", "Accept, Accept-Language"));

    private PageHeaders() {}

    public static Map<String, String> of(Asset asset) {
        Map<String, String> headers = new HashMap<>(Map.ofEntries(
                Map.entry("Content-Type", asset.contentType()),
                Map.entry("Cache-Control", asset.caching()),
                NO_SNIFFING));
        if (asset.open()) {
            headers.put("Access-Control-Allow-Origin", "*");
            headers.put("Cross-Origin-Resource-Policy", "cross-origin");
        }
        return headers;
    }
}
