package dev.seqrpay.seqr;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A web server that does not know how to behave: what it sends is up to the test. */
final class RawServer implements Closeable {

    /** What becomes of a connection. */
    interface Connection {
        void serve(Peer peer) throws Exception;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Exchange> requests = new CopyOnWriteArrayList<>();
    /** One for each connection that came to its end. */
    final BlockingQueue<Peer> ended = new LinkedBlockingQueue<>();

    /** The head and the body of a request. */
    record Exchange(String head, String body) {}

    RawServer(Connection connection) throws IOException {
        daemon(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> {
                    Peer peer = new Peer(socket);
                    try (socket) {
                        connection.serve(peer);
                    } finally {
                        ended.add(peer);
                    }
                });
            }
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/extclientproxy/service/v2");
    }

    SoapTransport client() {
        return new SoapHttp(address());
    }

    List<Exchange> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) socket.close();
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception ended) {
                // the client or the test has closed the connection
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** The other side of a connection. */
    final class Peer {
        final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
            socket.setTcpNoDelay(true);
        }

        /** Reads a whole request. */
        Exchange request() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) throw new IOException("no request");
                head.append((char) next);
            }
            String length = head.toString().toLowerCase(Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1");
            Exchange request = new Exchange(
                    head.toString(), new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8));
            requests.add(request);
            return request;
        }

        Peer send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.UTF_8));
        }

        Peer send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return this;
        }

        /** One byte every 20 ms until the other side hangs up. */
        void drip(String text) throws IOException {
            socket.setSoTimeout(20);
            for (int at = 0; !closed(); at++) send(text.substring(at % text.length(), at % text.length() + 1));
        }

        /** Says nothing more until the other side hangs up. */
        void stall() throws IOException {
            socket.setSoTimeout(0);
            closed();
        }

        private boolean closed() throws IOException {
            try {
                return in.read() < 0;
            } catch (java.net.SocketTimeoutException open) {
                return false;
            }
        }
    }
}
