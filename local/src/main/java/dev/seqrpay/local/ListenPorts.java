package dev.seqrpay.local;

/** Where things listen; 0 is any free port. */
public record ListenPorts(int api, int simulator, int shop, int sockets) {
    public static final ListenPorts DEFAULT = from(8080);
    public static final ListenPorts FREE = new ListenPorts(0, 0, 0, 0);

    /** Four in a row. */
    public static ListenPorts from(int base) {
        return new ListenPorts(base, base + 1, base + 2, base + 3);
    }
}
