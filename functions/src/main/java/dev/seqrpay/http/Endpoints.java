package dev.seqrpay.http;

import java.util.Optional;

/**
 * The addresses of this deployment.
 *
 * @param publicUrl of the HTTP API; without it, the domain that a request came to
 * @param sockets of the WebSocket API
 * @param scheme of the SEQR app
 */
public record Endpoints(Optional<String> publicUrl, String sockets, String scheme, Tokens tokens) {

    /** The addresses for the answer to this request. */
    public PublicAddresses of(Request request) {
        return new PublicAddresses(publicUrl.orElse("https://" + request.domain()), sockets, scheme, tokens);
    }
}
