package dev.seqrpay.loopback;

/** Another program listens there. */
public final class PortInUseException extends RuntimeException {
    private final int port;

    public PortInUseException(int port, Throwable cause) {
        super("Port " + port + " is in use", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
