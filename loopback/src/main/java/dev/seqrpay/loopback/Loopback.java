package dev.seqrpay.loopback;

import java.util.Locale;
import java.util.Set;

/**
 * Names of this machine that no other site can have. A site whose own name is made to lead here ("DNS rebinding") is one
 * origin with any server of that name, so the server answers to these names alone.
 */
public final class Loopback {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private Loopback() {}

    /** @param host a {@code Host} header, with a port or without; {@code null} for none, which no browser sends */
    public static boolean isNamed(String host) {
        return host == null || NAMES.contains(name(host));
    }

    /** The name in a {@code Host} header, without the port. */
    public static String name(String host) {
        return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }

    /**
     * @param origin an {@code Origin} header; {@code null} for none, which is what programs send and links that are followed
     * @param host the {@code Host} header of the same request
     */
    public static boolean isOwn(String origin, String host) {
        return origin == null || origin.equalsIgnoreCase("http://" + host);
    }
}
