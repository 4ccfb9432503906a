package dev.seqrpay.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** HTTP byte by byte, so that nothing keeps a request from being wrong. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 120_000;

    private final URI server;

    RawHttp(URI server) {
        this.server = server;
    }

    /** @param head with its header lines, in lower case */
    record Answer(int status, String head, String body) {
        boolean isProblem() {
            return head.contains("content-type: application/problem+json");
        }
    }

    /** The connection was closed without one. */
    static final class NoAnswer extends IOException {}

    /** One whole request in ISO-8859-1, as bytes; its connection is closed after it. */
    Answer send(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        }
    }

    private static Answer parse(String answer) throws IOException {
        String[] headAndBody = answer.split("\r\n\r\n", 2);
        String[] statusLine = headAndBody[0].split(" ", 3);
        if (statusLine.length < 2) throw new NoAnswer();
        String body = headAndBody.length == 2 ? headAndBody[1] : "";
        return new Answer(Integer.parseInt(statusLine[1]), headAndBody[0].toLowerCase(Locale.ROOT), body);
    }

    /** @param headers whole lines, without their ends */
    static String request(String methodAndPath, String body, String... headers) {
        StringBuilder request =
                new StringBuilder(methodAndPath + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        for (String header : headers) request.append(header).append("\r\n");
        if (!body.isEmpty())
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        return request.append("\r\n").append(body).toString();
    }
}
