package dev.seqrpay.simulator.soap;

import dev.seqrpay.simulator.http.Answer;
import io.undertow.server.HttpServerExchange;
import jakarta.xml.ws.Endpoint;
import jakarta.xml.ws.spi.http.HttpContext;
import jakarta.xml.ws.spi.http.HttpHandler;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SOAP operations of one service, as the JAX-WS engine carries them over any HTTP server. */
final class SoapEngine extends HttpContext {
    private final String path;
    private @Nullable HttpHandler engine;

    SoapEngine(String path, SeqrEndpoint operations) {
        this.path = path;
        Endpoint.create(operations).publish(this);
    }

    /** What the engine answers, whole, before it is sent or spoilt. */
    Answer answer(HttpServerExchange exchange, byte[] request) throws IOException {
        RecordedExchange recorded = new RecordedExchange(this, exchange, request);
        if (engine == null) throw new IllegalStateException("The SOAP engine has not taken " + path);
        engine.handle(recorded);
        return recorded.answer();
    }

    @Override
    public void setHandler(HttpHandler handler) {
        engine = handler;
    }

    @Override
    public String getPath() {
        return path;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return null;
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.of();
    }
}
