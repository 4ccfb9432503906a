package dev.seqrpay.loopback;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.Headers;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An HTTP server that only this machine can reach. Handlers may block. */
public final class LocalServer implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    /** None is made before it is needed, and who is slow must not hold up who is not. */
    private static final int THREADS = 1000;

    /** RFC 9110, 5.6.7. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** They log every start and end. Held here because the log manager forgets unreferenced loggers and their levels. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss.threads"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private final Undertow undertow;
    private final String url;

    private LocalServer(Undertow undertow) {
        this.undertow = undertow;
        this.url = "http://" + ADDRESS + ":" + port(undertow);
    }

    private static int port(Undertow undertow) {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** @param port 0 takes a free one */
    public static LocalServer start(int port, HttpHandler handler) {
        return start(port, InstantSource.system(), handler);
    }

    /**
     * @param port 0 takes a free one
     * @param time that its answers are dated by
     */
    public static LocalServer start(int port, InstantSource time, HttpHandler handler) {
        Undertow undertow = Undertow.builder()
                // a client that waits for "100 Continue" before it sends a body gets it at once
                .addHttpListener(port, ADDRESS, new HttpContinueReadHandler(dated(time, new BlockingHandler(handler))))
                // those outside the heap are freed in a way that later JDKs warn of
                .setDirectBuffers(false)
                .setIoThreads(2)
                .setWorkerThreads(THREADS)
                // paths and queries are passed on as they came; the router decodes them
                .setServerOption(UndertowOptions.DECODE_URL, false)
                // its own is the same for all servers of a process, and stands still once one of them has stopped
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                // who reads a body says how much of it is too much
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            throw e.getCause() instanceof BindException ? new PortInUseException(port, e) : e;
        }
        return new LocalServer(undertow);
    }

    private static HttpHandler dated(InstantSource time, HttpHandler handler) {
        return exchange -> {
            exchange.getResponseHeaders().put(Headers.DATE, DATE.format(time.instant()));
            handler.handleRequest(exchange);
        };
    }

    /** Like {@code http://127.0.0.1:8080}. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
