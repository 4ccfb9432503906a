package dev.seqrpay.outbound;

import dev.seqrpay.webhook.Receiver;
import dev.seqrpay.webhook.WebhookMessage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Posts to a shop's server over the JDK's {@link HttpsURLConnection}: one connection, to a public address, without a proxy,
 * without redirects. Nothing of the answer's body is read. The exchange runs on a thread of its own, because no time-out of
 * the JDK bounds an answer that drips in.
 */
public final class GuardedReceiver implements Receiver {
    /** Standard Webhooks 1.0 recommends 15 to 30 seconds, and a function has 29 for its whole batch. */
    public static final Duration TIME = Duration.ofSeconds(15);

    private static final ExecutorService EXCHANGES = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    });

    private final SSLSocketFactory tls;
    private final Predicate<InetAddress> allowed;
    private final boolean mayBePlain;
    private final Duration time;

    private GuardedReceiver(SSLSocketFactory tls, Predicate<InetAddress> allowed, boolean mayBePlain, Duration time) {
        this.tls = tls;
        this.allowed = allowed;
        this.mayBePlain = mayBePlain;
        this.time = time;
    }

    /** Calls the public internet alone, over TLS. */
    public static GuardedReceiver ofTheInternet() {
        return new GuardedReceiver((SSLSocketFactory) SSLSocketFactory.getDefault(), PublicAddress::is, false, TIME);
    }

    /** Calls the loopback interface as well, with or without TLS, on a developer's machine. */
    public static GuardedReceiver ofThisMachineToo() {
        return new GuardedReceiver(
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                address -> PublicAddress.is(address) || address.isLoopbackAddress(),
                true,
                TIME);
    }

    /** For tests. */
    static GuardedReceiver of(SSLSocketFactory tls, Predicate<InetAddress> allowed, Duration time) {
        return new GuardedReceiver(tls, allowed, false, time);
    }

    @Override
    public Answer post(URI url, WebhookMessage message) throws IOException {
        GuardedSockets sockets = new GuardedSockets(tls, allowed);
        HttpURLConnection connection = open(url, sockets);
        Future<Answer> exchange = EXCHANGES.submit(() -> exchange(connection, message));
        try {
            return exchange.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new CallRefused("no answer within " + time.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw new CallRefused(why(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            sockets.hangUp();
        }
    }

    private HttpURLConnection open(URI url, GuardedSockets sockets) throws IOException {
        boolean isPlain = "http".equalsIgnoreCase(url.getScheme());
        if (isPlain && mayBePlain) return plain(url);
        if (!"https".equalsIgnoreCase(url.getScheme())) throw new CallRefused("the address is not https");
        HttpsURLConnection connection = (HttpsURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
        connection.setSSLSocketFactory(sockets);
        return connection;
    }

    /** The JDK gives plain HTTP no socket factory, so the name must be one that cannot resolve to anything else. */
    private HttpURLConnection plain(URI url) throws IOException {
        if (!InetAddress.getByName(url.getHost()).isLoopbackAddress())
            throw new CallRefused("plain http is for this machine alone");
        return (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
    }

    private Answer exchange(HttpURLConnection connection, WebhookMessage message) throws IOException {
        int millis = (int) time.toMillis();
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        // streaming: the JDK never sends it a second time
        connection.setFixedLengthStreamingMode(message.body().length);
        message.headers().forEach(connection::setRequestProperty);
        connection.setRequestProperty("connection", "close");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(message.body());
        }
        int status = connection.getResponseCode();
        if (status < 0) throw new CallRefused("the answer is not HTTP");
        return new Answer(status, retryAfter(connection.getHeaderField("retry-after")));
    }

    /** In seconds. A date, which HTTP allows as well, is ignored. */
    private static @Nullable Duration retryAfter(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }

    private static String why(@Nullable Throwable failure) {
        if (failure instanceof CallRefused refused) return String.valueOf(refused.getMessage());
        return "no answer: " + (failure == null ? "unknown" : failure.getClass().getSimpleName());
    }
}
