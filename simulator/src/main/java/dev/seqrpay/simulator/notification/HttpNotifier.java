package dev.seqrpay.simulator.notification;

import dev.seqrpay.simulator.core.Notification;
import dev.seqrpay.simulator.core.Notifier;
import dev.seqrpay.simulator.core.Sms;
import dev.seqrpay.simulator.core.Switches;
import dev.seqrpay.simulator.fault.ArmedFaults;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import dev.seqrpay.simulator.fault.Journal;
import dev.seqrpay.simulator.fault.JournalEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts notifications: once, with no retry and no redirect (contract, "notificationUrl"), unless a fault is armed for it.
 * The payer does not wait for it, and none
 * waits for another.
 */
public final class HttpNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService timer;
    private final Executor threads;
    private final Switches switches;
    private final ArmedFaults faults;
    private final Journal journal;
    private final InstantSource time;

    public HttpNotifier(
            ScheduledExecutorService timer,
            Executor threads,
            Switches switches,
            ArmedFaults faults,
            Journal journal,
            InstantSource time) {
        this.timer = timer;
        this.threads = threads;
        this.switches = switches;
        this.faults = faults;
        this.journal = journal;
        this.time = time;
    }

    @Override
    public void paid(Notification notification) {
        Fault fault =
                faults.takeForNotification(notification.invoiceReference()).orElse(null);
        if (fault == null) postLater(notification, 0, null);
        else spoil(notification, fault);
    }

    @Override
    public void told(String invoiceReference, Sms message) {
        journal.add(new JournalEntry(message.at(), "sms", invoiceReference, 0, message.text(), null));
    }

    /** Posts it now, in any state of the invoice, so that a test can make late, double and forged notifications. */
    public void post(Notification notification, boolean forged) {
        if (forged) postLater(forge(notification), 0, FaultKind.FORGE_NOTIFICATION);
        else postLater(notification, 0, null);
    }

    private void spoil(Notification notification, Fault fault) {
        FaultKind kind = fault.kind();
        if (kind == FaultKind.LOSE_NOTIFICATION) {
            log(notification, 0, "not sent", kind);
            return;
        }
        postLater(notification, fault.millis(), kind);
        if (kind == FaultKind.DOUBLE_NOTIFICATION) postLater(notification, fault.millis(), kind);
        if (kind == FaultKind.FORGE_NOTIFICATION) postLater(forge(notification), 0, kind);
    }

    /** The forger knows the form of the shop's URLs, but not the secret that they end with. */
    private static Notification forge(Notification real) {
        String url = real.url().replaceFirst("(?<=[^/]/)[^/]*$", "forged");
        return new Notification(real.invoiceReference(), url);
    }

    private void postLater(Notification notification, long millis, @Nullable FaultKind fault) {
        timer.schedule(() -> threads.execute(() -> post(notification, fault)), millis, TimeUnit.MILLISECONDS);
    }

    private void post(Notification notification, @Nullable FaultKind fault) {
        long started = System.nanoTime();
        String outcome = send(notification);
        log(notification, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), outcome, fault);
    }

    private String send(Notification notification) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(notification.url()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(body(notification))
                    .build();
            return "HTTP " + http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | IllegalArgumentException e) {
            return e.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }

    private BodyPublisher body(Notification notification) {
        return switch (switches.notificationBody()) {
            case EMPTY -> BodyPublishers.noBody();
            case FORM -> BodyPublishers.ofString("invoiceReference=" + notification.invoiceReference());
        };
    }

    private void log(Notification notification, long millis, String outcome, @Nullable FaultKind fault) {
        journal.add(new JournalEntry(
                time.instant(), "notification", notification.invoiceReference(), millis, outcome, fault));
    }
}
