package dev.seqrpay.local.dynamodb;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** DynamoDB Local answers pages of every site; this one answers programs of this machine, and no page. */
final class NoBrowsers extends Handler.Wrapper {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    NoBrowsers(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String host = String.valueOf(request.getHeaders().get(HttpHeader.HOST));
        boolean named = NAMES.contains(host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT));
        if (named && !request.getHeaders().contains(HttpHeader.ORIGIN))
            return super.handle(request, response, callback);
        Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
        return true;
    }
}
