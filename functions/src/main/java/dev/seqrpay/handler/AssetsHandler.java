package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.Routes;
import dev.seqrpay.web.Asset;
import dev.seqrpay.web.Assets;
import dev.seqrpay.web.PageHeaders;
import dev.seqrpay.web.Preferences;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * {@code GET /assets/{file}}, style and script of the pages, {@code GET /seqr.js}, the payment view for shops' pages, and
 * the answer to every request that no route takes. It needs no configuration, no table and no SEQR, so it has none.
 */
public final class AssetsHandler implements RequestStreamHandler {
    private final Http http;

    public AssetsHandler() {
        this(System.out::println);
    }

    /** @param out takes the log's lines */
    public AssetsHandler(Consumer<String> out) {
        http = new Http(new Log(out, Clock.systemUTC()));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, AssetsHandler::answer);
    }

    private static Response answer(Request request) {
        return switch (request.route()) {
            case "GET /assets/{file}" ->
                file(
                        request,
                        Assets.find(request.path().getOrDefault("file", "")).orElseThrow(Problem::notFound));
            case "GET /seqr.js" ->
                file(request, Assets.script(request.header("accept-language").orElse("")))
                        .with("vary", "Accept-Encoding, Accept-Language");
            default -> Routes.unknown(request);
        };
    }

    private static Response file(Request request, Asset asset) {
        Response plain = new Response(200, PageHeaders.of(asset), new String(asset.bytes(), StandardCharsets.UTF_8))
                .with("vary", "Accept-Encoding");
        boolean isUnderstood = request.header("accept-encoding")
                .filter(header -> Preferences.takes(header, "gzip"))
                .isPresent();
        return isUnderstood ? plain.compressed() : plain;
    }
}
