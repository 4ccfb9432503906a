package dev.seqrpay.event;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code evt_<position>_<mark>}: the position leads to the event, and the mark, made of what the event is about, keeps two
 * deployments from giving one id to two events.
 */
public final class EventId {
    private static final Pattern FORM = Pattern.compile("evt_([1-9][0-9]{0,11})_[0-9a-v]{1,20}");
    private static final int MARK_BYTES = 10;

    private EventId() {}

    static String of(long position, String about) {
        return "evt_" + position + "_" + new BigInteger(1, mark(about)).toString(32);
    }

    /** @return empty for a text that is no event's id */
    public static OptionalLong position(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    private static byte[] mark(String about) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
