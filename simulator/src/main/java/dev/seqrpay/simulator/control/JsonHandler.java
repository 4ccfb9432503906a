package dev.seqrpay.simulator.control;

import dev.seqrpay.simulator.core.PayerRefused;
import dev.seqrpay.simulator.http.Answer;
import dev.seqrpay.simulator.http.AnswerWriter;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** JSON in and out; what goes wrong becomes a status and {@code {"error": …}}. */
public final class JsonHandler implements HttpHandler {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int LARGEST_REQUEST = 1 << 20;

    /** Answers with something that can be written as JSON. */
    @FunctionalInterface
    public interface Call {
        Object answer(JsonRequest request);
    }

    private final Call call;

    public JsonHandler(Call call) {
        this.call = call;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        byte[] body = exchange.getInputStream().readNBytes(LARGEST_REQUEST);
        AnswerWriter.send(exchange, answer(exchange, body));
    }

    private Answer answer(HttpServerExchange exchange, byte[] body) {
        try {
            return json(OK, call.answer(request(exchange, body)));
        } catch (PayerRefused.UnknownInvoice | NoSuchElementException e) {
            return error(NOT_FOUND, e);
        } catch (PayerRefused e) {
            return error(CONFLICT, e);
        } catch (IllegalArgumentException | JacksonException e) {
            return error(BAD_REQUEST, e);
        }
    }

    private static JsonRequest request(HttpServerExchange exchange, byte[] body) {
        List<String> path = Arrays.stream(exchange.getRelativePath().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        return new JsonRequest(
                exchange.getRequestMethod().toString(), path, body.length == 0 ? Map.of() : JSON.std.mapFrom(body));
    }

    private static Answer error(int status, RuntimeException cause) {
        return json(status, Map.of("error", String.valueOf(cause.getMessage())));
    }

    private static Answer json(int status, Object value) {
        return new Answer(status, "application/json", JSON.std.asBytes(value));
    }
}
