package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** A request as it is written here, also one that the JDK's client would not send, and the whole of its answer. */
final class RawRequest {
    private RawRequest() {}

    /** @param head lines of the request, without {@code Connection} */
    static String answer(String url, String body, String... head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(url).getPort())) {
            String request = String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    static Map<String, Object> json(String answer) {
        return JSON.std.mapFrom(answer.substring(answer.indexOf("\r\n\r\n")));
    }
}
