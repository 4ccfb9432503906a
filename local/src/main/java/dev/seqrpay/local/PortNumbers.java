package dev.seqrpay.local;

/** Where things listen; 0 is any free port. */
public record PortNumbers(int api, int simulator, int shop, int sockets) {
    public static final PortNumbers DEFAULT = from(8080);
    public static final PortNumbers FREE = new PortNumbers(0, 0, 0, 0);

    /** Four in a row. */
    public static PortNumbers from(int base) {
        return new PortNumbers(base, base + 1, base + 2, base + 3);
    }
}
