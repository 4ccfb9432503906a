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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * SOAP over the JDK's {@link HttpURLConnection}, the quickest of the JDK's clients to start. The exchange runs on a thread
 * of its own, because no time-out of the JDK bounds an answer that drips in: the caller is back at the deadline, always.
 */
public final class SoapHttp implements SoapTransport {
    /** The largest answers are the day's reports. */
    private static final int MAX_ANSWER = 4 << 20;

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
        } catch (MalformedURLException unknownScheme) {
            throw new IllegalArgumentException(unknownScheme);
        }
    }

    @Override
    public byte[] post(byte[] request, Duration deadline) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) endpoint.openConnection();
        Future<byte[]> exchange = EXCHANGES.submit(() -> exchange(connection, request, deadline));
        try {
            return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw new IOException(
                    "the exchange failed: " + failed.getCause().getClass().getSimpleName(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            // on another thread, because it waits for the next byte to drip in; and submitted, because it throws if the
            // exchange ends at the same moment, which nobody needs to hear of
            if (!exchange.isDone()) EXCHANGES.submit(connection::disconnect);
        }
    }

    private static byte[] exchange(HttpURLConnection connection, byte[] request, Duration deadline) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            send(connection, request, (int) deadline.plus(GRACE).toMillis());
            return answer(connection, end);
        } catch (IOException | RuntimeException failed) {
            connection.disconnect();
            throw failed;
        }
    }

    private static void send(HttpURLConnection connection, byte[] request, int timeoutMillis) throws IOException {
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setDoOutput(true);
        // streaming: the JDK probes a kept-alive connection before it uses it, and never sends a POST a second time
        connection.setFixedLengthStreamingMode(request.length);
        connection.setRequestProperty("Content-Type", "text/xml; charset=utf-8");
        connection.setRequestProperty("Accept", "text/xml");
        connection.setRequestProperty("SOAPAction", "\"\"");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(request);
        }
    }

    /** Every answer that decides something comes with 200; a SOAP fault comes with 500 and decides nothing. */
    private static byte[] answer(HttpURLConnection connection, long end) throws IOException {
        int status = connection.getResponseCode();
        if (status != 200) throw new IOException("HTTP " + status);
        // not closed in case of a failure: disconnect() would then leave the connection to be used again
        InputStream body = connection.getInputStream();
        byte[] whole = whole(body, end);
        long promised = connection.getContentLengthLong();
        if (promised >= 0 && promised != whole.length) throw new IOException("not the length that was promised");
        body.close();
        return whole;
    }

    private static byte[] whole(InputStream body, long end) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(4096);
        byte[] part = new byte[8192];
        for (int length; (length = body.read(part)) >= 0; ) {
            whole.write(part, 0, length);
            if (whole.size() > MAX_ANSWER) throw new IOException("an answer of more than " + MAX_ANSWER + " bytes");
            if (System.nanoTime() - end > 0) throw new IOException("nobody waits any more");
        }
        return whole.toByteArray();
    }
}
