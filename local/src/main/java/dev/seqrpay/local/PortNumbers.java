package dev.seqrpay.local;

import io.soabase.recordbuilder.core.RecordBuilder;

/** Where things listen; 0 is any free port. */
@RecordBuilder
public record PortNumbers(int api, int simulator, int shop, int sockets) {
    public static final PortNumbers DEFAULT = from(8080);
    public static final PortNumbers FREE = new PortNumbers(0, 0, 0, 0);

    /** Four in a row. */
    public static PortNumbers from(int base) {
        return new PortNumbers(base, base + 1, base + 2, base + 3);
    }
}
