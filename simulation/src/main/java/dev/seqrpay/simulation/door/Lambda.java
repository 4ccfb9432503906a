package dev.seqrpay.simulation.door;

import com.amazonaws.services.lambda.runtime.Context;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** Calls a function as Lambda does: with an event as JSON, and with a context that knows how much time is left. */
final class Lambda {
    private Lambda() {}

    /** {@code RequestStreamHandler}'s method. */
    @FunctionalInterface
    interface Handler {
        void handle(InputStream in, OutputStream out, Context context) throws IOException;
    }

    static Map<String, Object> invoke(Handler handler, Map<String, ?> event, Function function) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handle(
                    new ByteArrayInputStream(json(event).getBytes(StandardCharsets.UTF_8)), out, context(function));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.size() == 0 ? Map.of() : object(out.toString(StandardCharsets.UTF_8));
    }

    /** Our functions ask it for one thing, at their beginning. */
    private static Context context(Function function) {
        return (Context) Proxy.newProxyInstance(
                Lambda.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getRemainingTimeInMillis"))
                        return (int) (function.limit() / Time.MILLI);
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    static String json(Map<String, ?> object) {
        return JSON.std.asString(object);
    }

    static Map<String, Object> object(String json) {
        return JSON.std.mapFrom(json);
    }
}
