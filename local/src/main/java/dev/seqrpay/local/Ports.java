package dev.seqrpay.local;

/** Where things listen; 0 is any free port. */
public record Ports(int api, int simulator, int shop, int sockets) {
    public static final Ports DEFAULT = from(8080);
    public static final Ports FREE = new Ports(0, 0, 0, 0);

    /** Four in a row. */
    public static Ports from(int base) {
        return new Ports(base, base + 1, base + 2, base + 3);
    }
}
