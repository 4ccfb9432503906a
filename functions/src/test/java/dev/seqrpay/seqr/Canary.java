package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** An address that no code has a reason to call. */
final class Canary implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread listener = new Thread(this::listen, "canary");

    Canary() throws IOException {
        listener.setDaemon(true);
        listener.start();
    }

    String address() {
        return String.format(Locale.ROOT, "http://127.0.0.1:%05d/x", server.getLocalPort());
    }

    private void listen() {
        try {
            while (true) {
                Socket caller = server.accept();
                connections.incrementAndGet();
                caller.close();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** How often it was called. Our own call comes after all others: once it is over, they are counted. */
    int connections() throws IOException {
        try (Socket last = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(last.getInputStream().read()).isNegative();
        }
        return connections.getAndSet(0) - 1;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
