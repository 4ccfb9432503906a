package dev.seqrpay.local.simulator.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** SEQR's numbers in their real form. They come from the time, so that a restarted simulator does not repeat them. */
final class References {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);
    private static final int TERMINAL_ID_BYTES = 16;

    private final RandomGenerator random;
    private long lastInvoice;
    private int payments;

    References(RandomGenerator random) {
        this.random = random;
    }

    /** Digits, as in {@code 1397240460668}. */
    String invoice(Instant now) {
        lastInvoice = Math.max(lastInvoice + 1, now.toEpochMilli());
        return Long.toString(lastInvoice);
    }

    /** A payment's, a refund's, or a period's. */
    String ers(Instant now) {
        return STAMP.format(now) + String.format(Locale.ROOT, "%08d", ++payments);
    }

    String terminal() {
        byte[] id = new byte[TERMINAL_ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
