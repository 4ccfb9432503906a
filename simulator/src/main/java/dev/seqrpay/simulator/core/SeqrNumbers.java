package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** SEQR's numbers in their real form. They come from the time, so that a restarted simulator does not repeat them. */
final class SeqrNumbers {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);
    private static final int TERMINAL_ID_BYTES = 16;

    private final RandomGenerator random;
    private final Map<Variant.ReferenceDigits, Long> last = new EnumMap<>(Variant.ReferenceDigits.class);
    private int payments;

    SeqrNumbers(RandomGenerator random) {
        this.random = random;
    }

    /** Digits, as in {@code 1397240460668}, or 17 of them. */
    String invoice(Instant now, Variant.ReferenceDigits digits) {
        long next =
                switch (digits) {
                    case THIRTEEN -> now.toEpochMilli();
                    case SEVENTEEN -> Long.parseLong(STAMP.format(now));
                };
        return Long.toString(last.merge(digits, next, (before, then) -> Math.max(before + 1, then)));
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
