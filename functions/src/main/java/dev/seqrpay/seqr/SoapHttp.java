package dev.seqrpay.seqr;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
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

    private static final ExecutorService EXCHANGES = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "seqr");
        thread.setDaemon(true);
        return thread;
    });

    private final URI endpoint;

    public SoapHttp(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public byte[] post(byte[] request, Duration deadline) throws IOException {
        Future<byte[]> exchange = EXCHANGES.submit(() -> exchange(request, (int) deadline.toMillis()));
        try {
            return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new IOException("no whole answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw new IOException(
                    "the exchange failed: " + failed.getCause().getClass().getSimpleName(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private byte[] exchange(byte[] request, int timeoutMillis) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
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
        return answer(connection);
    }

    /** A SOAP fault comes with 500, everything else with 200. */
    private static byte[] answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status != 200 && status != 500) {
            connection.disconnect();
            throw new IOException("HTTP " + status);
        }
        try (InputStream body = status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
            if (body == null) throw new IOException("HTTP " + status + " without a body");
            return whole(body, connection);
        }
    }

    private static byte[] whole(InputStream body, HttpURLConnection connection) throws IOException {
        byte[] bytes = body.readNBytes(MAX_ANSWER + 1);
        if (bytes.length <= MAX_ANSWER) return bytes;
        connection.disconnect();
        throw new IOException("an answer of more than " + MAX_ANSWER + " bytes");
    }
}
