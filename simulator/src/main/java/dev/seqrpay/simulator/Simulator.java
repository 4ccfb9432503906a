package dev.seqrpay.simulator;

import dev.seqrpay.loopback.LocalServer;
import dev.seqrpay.loopback.OwnPagesOnly;
import dev.seqrpay.simulator.control.FaultsApi;
import dev.seqrpay.simulator.control.InvoicesApi;
import dev.seqrpay.simulator.control.JsonHandler;
import dev.seqrpay.simulator.control.LogApi;
import dev.seqrpay.simulator.control.Pages;
import dev.seqrpay.simulator.control.SwitchesApi;
import dev.seqrpay.simulator.core.Reseller;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.core.Switches;
import dev.seqrpay.simulator.core.Terminal;
import dev.seqrpay.simulator.fault.ArmedFaults;
import dev.seqrpay.simulator.fault.Journal;
import dev.seqrpay.simulator.file.InvoiceFiles;
import dev.seqrpay.simulator.instant.InstantCheckout;
import dev.seqrpay.simulator.notification.HttpNotifier;
import dev.seqrpay.simulator.soap.SoapCalls;
import dev.seqrpay.simulator.soap.SoapService;
import io.undertow.Handlers;
import io.undertow.server.handlers.PathHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * SEQR on the loopback interface: the merchant API of the contract as SOAP over HTTP, and beside it a phone to pay with,
 * and the pages and the HTTP interface to make it misbehave.
 */
public final class Simulator implements AutoCloseable {
    private static final int TICK_MILLIS = 200;

    private final SimulatorOptions options;
    private final LocalServer server;
    private final Seqr seqr;
    private final Switches switches = new Switches();
    private final ArmedFaults faults = new ArmedFaults();
    private final Journal journal;
    private final ExecutorService senders = Executors.newCachedThreadPool(daemons("seqr-notifications"));
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(daemons("seqr-background"));

    private final Optional<InvoiceFiles> files;

    private Simulator(SimulatorOptions options, Optional<InvoiceFiles> files) throws IOException {
        this.files = files;
        this.options = options;
        this.journal = new Journal(options.log());
        HttpNotifier notifier = new HttpNotifier(background, senders, switches, faults, journal, options.time());
        this.seqr = new Seqr(options.time(), new SecureRandom(), switches, notifier);
        if (files.isPresent()) files.get().restore(seqr);
        seqr.registry().add(Reseller.of(options.resellerId(), options.resellerPassword()));
        seqr.registry()
                .add(Terminal.of(
                        options.terminalId(), options.terminalPassword(), options.shopName(), options.resellerId()));
        this.server = LocalServer.start(options.port(), options.time(), new OwnPagesOnly(routes(notifier)));
    }

    /** @throws dev.seqrpay.loopback.PortInUseException if another program listens there */
    public static Simulator start(SimulatorOptions options) {
        return start(options, Optional.empty(), message -> {});
    }

    /**
     * @param folder where it keeps its invoices; a fifth of a second may be missing if it is killed
     * @param messages hears what of it cannot be read or written
     */
    public static Simulator start(SimulatorOptions options, Optional<Path> folder, Consumer<String> messages) {
        try {
            Optional<InvoiceFiles> files =
                    folder.isPresent() ? Optional.of(new InvoiceFiles(folder.get(), messages)) : Optional.empty();
            Simulator simulator = new Simulator(options, files);
            simulator.run();
            return simulator;
        } catch (IOException e) {
            throw new IllegalStateException("The simulator cannot start: " + e.getMessage(), e);
        }
    }

    /** Where the pages are. */
    public URI url() {
        return URI.create(server.url());
    }

    /** Where a shop sends its SOAP requests. */
    public URI soapUrl() {
        return url().resolve(SoapService.PATH);
    }

    public int port() {
        return url().getPort();
    }

    public Seqr core() {
        return seqr;
    }

    public ArmedFaults faults() {
        return faults;
    }

    public Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        server.close();
        senders.shutdownNow();
        background.shutdownNow();
        files.ifPresent(each -> each.write(seqr));
    }

    private void tick() {
        seqr.tick();
        files.ifPresent(each -> each.write(seqr));
    }

    private PathHandler routes(HttpNotifier notifier) {
        PathHandler routes = Handlers.path(new Pages());
        SoapService.publish(routes::addPrefixPath, seqr, new SoapCalls(faults, switches, journal, options.time()));
        InvoicesApi invoices = new InvoicesApi(seqr, notifier, new InstantCheckout(journal, options.time()));
        return routes.addPrefixPath("/api/invoices", new JsonHandler(invoices::invoices))
                .addPrefixPath("/api/scan", new JsonHandler(invoices::scan))
                .addPrefixPath("/api/switches", new JsonHandler(new SwitchesApi(switches)::answer))
                .addPrefixPath("/api/faults", new JsonHandler(new FaultsApi(faults)::answer))
                .addPrefixPath("/api/log", new JsonHandler(new LogApi(journal)::answer))
                .addPrefixPath("/api/about", new JsonHandler(request -> about()));
    }

    /** What a shop has to be told; not its passwords. */
    private Map<String, Object> about() {
        return Map.of(
                "soapUrl",
                soapUrl().toString(),
                "terminalId",
                options.terminalId(),
                "resellerId",
                options.resellerId(),
                "shop",
                options.shopName());
    }

    private void run() {
        background.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
