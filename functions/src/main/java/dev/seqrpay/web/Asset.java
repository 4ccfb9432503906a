package dev.seqrpay.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;

/**
 * A static file.
 *
 * @param caching how long a browser may keep it, as {@code Cache-Control} says it
 * @param open whether other sites may fetch it: the payment view for shops' pages is, what our own pages use is not
 */
@SuppressWarnings("ArrayRecordComponent")
@RecordBuilder
public record Asset(String contentType, byte[] bytes, String caching, boolean open) {
    /** The address names this very content. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";
    /** The address stays when the content changes. */
    static final String FOR_AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400";

    static final String ASK = "no-cache";

    /** A style with a shop's colours, which the next release may compute in another way. */
    Asset in(String colour) {
        byte[] colours = Accent.of("#" + colour).css().getBytes(UTF_8);
        byte[] both = Arrays.copyOf(bytes, bytes.length + colours.length);
        System.arraycopy(colours, 0, both, bytes.length, colours.length);
        return AssetBuilder.builder(this)
                .bytes(both)
                .caching(caching.equals(ASK) ? ASK : FOR_AN_HOUR)
                .build();
    }
}
