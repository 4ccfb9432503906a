package dev.seqrpay.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The static files. Those of our own pages have addresses that carry a hash of their content ({@code pay.3f2a9c01.js}): a
 * browser fetches each once, and a new release has new addresses. Those of the payment view are named in shops' pages, so
 * their addresses stay.
 */
public final class Assets {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern IN_COLOUR = Pattern.compile("pay\\.([0-9a-f]{12})\\.([0-9a-f]{6})\\.css");
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, Assets> ALL = Map.of(
            "pay.js", new Assets(SCRIPT, AssetFiles.code("view/page.js", "view/poll.js", "view/live.js", "pay.js")),
            "pay.css", new Assets("text/css; charset=utf-8", AssetFiles.text("pay.css")),
            "icon.svg", new Assets("image/svg+xml", AssetFiles.text("icon.svg")));

    private static final Map<String, Asset> NAMED = named();
    private static final Map<String, Asset> SCRIPTS = new ConcurrentHashMap<>();

    private final String hash;
    private final Asset asset;

    private Assets(String contentType, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        this.hash = hash(bytes);
        this.asset = new Asset(contentType, bytes, Asset.FOR_EVER, false);
    }

    /**
     * A page from before a deployment still asks for the former hash: it gets today's file rather than none, but no
     * browser may keep that under the former address.
     *
     * @param file the last part of the address
     */
    public static Optional<Asset> find(String file) {
        if (NAMED.containsKey(file)) return Optional.of(NAMED.get(file));
        Matcher inColour = IN_COLOUR.matcher(file);
        if (inColour.matches())
            return find("pay." + inColour.group(1) + ".css").map(style -> style.in(inColour.group(2)));
        String[] parts = file.split("\\.", 4);
        if (parts.length != 3 || !HASH.matcher(parts[1]).matches()) return Optional.empty();
        return Optional.ofNullable(ALL.get(parts[0] + "." + parts[2]))
                .map(found -> found.hash.equals(parts[1]) ? found.asset : found.unkept());
    }

    /** {@code /seqr.js}, with the words for a browser that says {@code Accept-Language}. */
    public static Asset script(String acceptLanguage) {
        String language = Texts.language(Texts.choose(acceptLanguage));
        return SCRIPTS.computeIfAbsent(language, each -> open(SCRIPT, ViewScript.classic(each)));
    }

    /** The path at which a page finds the file. */
    static String path(String name) {
        int dot = name.indexOf('.');
        return "/assets/" + name.substring(0, dot) + "." + Objects.requireNonNull(ALL.get(name)).hash
                + name.substring(dot);
    }

    /**
     * The pages' style, with a shop's colours at its end. They are computed from the address alone, so they need no table, and
     * a request for other colours gets those.
     *
     * @param accent {@code #rrggbb}, or {@code null}
     */
    static String style(@Nullable String accent) {
        String path = path("pay.css");
        return accent == null ? path : path.replace(".css", "." + accent.substring(1) + ".css");
    }

    private static Map<String, Asset> named() {
        Map<String, Asset> named = new HashMap<>();
        named.put("seqr.mjs", open(SCRIPT, ViewScript.module()));
        named.put("seqr.d.ts", open("text/plain; charset=utf-8", AssetFiles.text("view/seqr.d.ts")));
        for (String language : Texts.LANGUAGES)
            named.put("texts." + language + ".txt", open("text/plain; charset=utf-8", ViewScript.texts(language)));
        return named;
    }

    private static Asset open(String contentType, String text) {
        return new Asset(contentType, text.getBytes(UTF_8), Asset.FOR_AN_HOUR, true);
    }

    private Asset unkept() {
        return new Asset(asset.contentType(), asset.bytes(), Asset.ASK, false);
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
