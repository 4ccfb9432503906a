package dev.seqrpay.seqr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * SOAP over the JDK's {@link HttpURLConnection}, the quickest of the JDK's clients to start. The exchange runs on a thread
 * of its own, because no time-out of the JDK bounds an answer that drips in: the caller is back at the deadline, always.
 */
public final class SoapHttp implements SoapTransport {
    /** The JDK's own time-outs come after the deadline, so that it is always the deadline that ends a call. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final ExecutorService EXCHANGES = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "seqr");
        thread.setDaemon(true);
        return thread;
    });

    static {
        // hang up on an answer that is not wanted any more, instead of reading the rest of it to keep the connection
        System.setProperty("http.KeepAlive.remainingData", "0");
    }

    private final URL endpoint;

    /** @throws IllegalArgumentException if it is not the address of a web server */
    public SoapHttp(URI endpoint) {
        try {
            if (!Set.of("http", "https").contains(String.valueOf(endpoint.getScheme())))
                throw new IllegalArgumentException(endpoint + " is not the address of a web server");
            this.endpoint = endpoint.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public SoapAnswer post(byte[] request, Limit limit) throws IOException {
        if (limit.time().isNegative()) throw new NotSent("no time is left to send it");
        HttpURLConnection connection = (HttpURLConnection) endpoint.openConnection();
        Future<SoapAnswer> exchange = EXCHANGES.submit(() -> exchange(connection, request, limit));
        try {
            return exchange.get(limit.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + limit.time().toMillis() + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotSent notSent) throw notSent;
            throw new IOException("the exchange failed: " + why(Objects.requireNonNull(e.getCause())), e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            // on another thread, because it waits for the next byte to drip in; and submitted, because it throws if the
            // exchange ends at the same moment; nothing depends on that failure
            if (!exchange.isDone()) EXCHANGES.execute(connection::disconnect);
        }
    }

    private static SoapAnswer exchange(HttpURLConnection connection, byte[] request, Limit limit) throws IOException {
        Deadline deadline = Deadline.in(limit.time(), System::nanoTime);
        try {
            send(connection, request, (int) limit.time().plus(GRACE).toMillis());
            return answer(connection, limit.bytes(), deadline);
        } catch (IOException | RuntimeException e) {
            connection.disconnect();
            throw e;
        }
    }

    private static void send(HttpURLConnection connection, byte[] request, int timeoutMillis) throws IOException {
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setDoOutput(true);
        // streaming a POST: the JDK probes a kept-alive connection before it uses it, and never sends it a second time
        connection.setRequestMethod("POST");
        connection.setFixedLengthStreamingMode(request.length);
        connection.setRequestProperty("Content-Type", "text/xml; charset=utf-8");
        connection.setRequestProperty("Accept", "text/xml");
        connection.setRequestProperty("Accept-Encoding", "identity");
        connection.setRequestProperty("SOAPAction", "\"\"");
        connect(connection);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(request);
        }
    }

    /** A step of its own, because nothing has been sent before there is a connection. */
    private static void connect(HttpURLConnection connection) throws NotSent {
        try {
            connection.connect();
        } catch (IOException e) {
            throw new NotSent("no connection: " + e.getClass().getSimpleName());
        }
    }

    /** Every answer that decides something comes with 200; a SOAP fault comes with 500 and decides nothing. */
    private static SoapAnswer answer(HttpURLConnection connection, int maxBytes, Deadline deadline) throws IOException {
        int status = connection.getResponseCode();
        if (status != 200) throw new NoAnswer("HTTP " + status);
        // not closed in case of a failure: disconnect() would then leave the connection to be used again
        InputStream body = connection.getInputStream();
        byte[] whole = whole(body, maxBytes, deadline);
        long promised = connection.getContentLengthLong();
        if (promised >= 0 && promised != whole.length) throw new NoAnswer("not the length that was promised");
        byte[] plain = ContentCoding.undone(headers(connection, "Content-Encoding"), whole, maxBytes);
        SoapAnswer answer = new SoapAnswer(contentType(connection), plain, date(connection));
        body.close();
        return answer;
    }

    private static byte[] whole(InputStream body, int maxBytes, Deadline deadline) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(4096);
        byte[] part = new byte[8192];
        for (int length; (length = body.read(part)) >= 0; ) {
            whole.write(part, 0, length);
            if (whole.size() > maxBytes) throw new NoAnswer("an answer of more than " + maxBytes + " bytes");
            if (deadline.isOver()) throw new NoAnswer("the time for it is over");
        }
        return whole.toByteArray();
    }

    private static @Nullable Instant date(HttpURLConnection connection) {
        long millis = connection.getDate();
        return millis > 0 ? Instant.ofEpochMilli(millis) : null;
    }

    private static @Nullable String contentType(HttpURLConnection connection) throws IOException {
        Set<String> types = new HashSet<>(headers(connection, "Content-Type"));
        if (types.size() > 1) throw new NoAnswer("more than one content type");
        return types.isEmpty() ? null : types.iterator().next();
    }

    /** All lines of that name: the JDK's own method gives the last. */
    private static List<String> headers(HttpURLConnection connection, String name) {
        List<String> values = new ArrayList<>();
        for (int line = 1; connection.getHeaderField(line) != null; line++)
            if (name.equalsIgnoreCase(connection.getHeaderFieldKey(line))) values.add(connection.getHeaderField(line));
        return values;
    }

    private static String why(Throwable failure) {
        return failure instanceof NoAnswer known
                ? String.valueOf(known.getMessage())
                : failure.getClass().getSimpleName();
    }
}
