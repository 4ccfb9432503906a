package dev.seqrpay.local.aws.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which function calls AWS: each has an access key of its own here, with its own name, and signs with it. */
public final class CallingFunction {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/");

    private CallingFunction() {}

    /** @return the access key of the request's signature; empty if it is not signed */
    public static String of(HttpServerExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        Matcher credential = CREDENTIAL.matcher(authorization == null ? "" : authorization);
        return credential.find() ? credential.group(1) : "";
    }
}
