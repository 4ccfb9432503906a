package dev.seqrpay.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The static files of the pages, each under an address that carries a hash of its content ({@code pay.3f2a9c01.js}): a
 * browser fetches it once, and a new release has new addresses.
 */
public final class Assets {
    private static final Map<String, Assets> ALL = Map.of(
            "pay.js", new Assets("pay.js", "text/javascript; charset=utf-8"),
            "pay.css", new Assets("pay.css", "text/css; charset=utf-8"),
            "icon.svg", new Assets("icon.svg", "image/svg+xml"));

    private final String hash;
    private final Asset asset;

    private Assets(String name, String contentType) {
        byte[] bytes = read(name);
        this.hash = hash(bytes);
        this.asset = new Asset(contentType, bytes, true);
    }

    /**
     * A page from before a deployment still asks for the former hash: it gets today's file rather than none, but no
     * browser may keep that under the former address.
     *
     * @param file the last part of the address
     */
    public static Optional<Asset> find(String file) {
        String[] parts = file.split("\\.", 4);
        if (parts.length != 3) return Optional.empty();
        return Optional.ofNullable(ALL.get(parts[0] + "." + parts[2]))
                .map(found -> found.hash.equals(parts[1]) ? found.asset : found.kept(false));
    }

    /** The path at which a page finds the file. */
    static String path(String name) {
        int dot = name.indexOf('.');
        return "/assets/" + name.substring(0, dot) + "." + ALL.get(name).hash + name.substring(dot);
    }

    private Asset kept(boolean immutable) {
        return new Asset(asset.contentType(), asset.bytes(), immutable);
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
