package dev.seqrpay.local.stack;

/**
 * Where the APIs listen.
 *
 * @param sockets of the WebSocket API, as the HTTP that a socket begins with
 */
public record PublicUrls(String api, String sockets) {
    public String socketUrl() {
        return sockets.replaceFirst("^http", "ws");
    }
}
