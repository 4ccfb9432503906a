package dev.seqrpay.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets of one exchange that connect to allowed addresses only. The JDK's client resolves a name once and hands the address
 * to the socket, so the address that is checked here is the one that is dialled, whatever the name resolves to a moment
 * later. TLS is put over the socket after that, and proves that the server has the name.
 */
final class GuardedSockets extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final Predicate<InetAddress> allowed;
    private final AtomicReference<Socket> dialled = new AtomicReference<>();

    GuardedSockets(SSLSocketFactory tls, Predicate<InetAddress> allowed) {
        this.tls = tls;
        this.allowed = allowed;
    }

    /** Ends the exchange, wherever it is. */
    void hangUp() {
        try {
            Socket socket = dialled.get();
            if (socket != null) socket.close();
        } catch (IOException closedAnyway) {
            // nothing more can be done
        }
    }

    /** Not connected yet: the JDK's client connects it. */
    @Override
    public Socket createSocket() {
        Socket socket = new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                InetAddress address = ((InetSocketAddress) endpoint).getAddress();
                if (address == null) throw new CallRefused("the host's name is not known");
                if (!allowed.test(address)) throw new CallRefused("the host is not on the public internet");
                super.connect(endpoint, timeout);
            }

            @Override
            public void connect(SocketAddress endpoint) throws IOException {
                connect(endpoint, 0);
            }
        };
        dialled.set(socket);
        return socket;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return tls.createSocket(connected, host, port, autoClose);
    }

    /** The JDK's client dials by this when TLS has failed over the first socket, so it always fails. */
    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("one connection is all");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("one connection is all");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("one connection is all");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) throws IOException {
        throw new IOException("one connection is all");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}
