package dev.seqrpay.simulator;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
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
import dev.seqrpay.simulator.http.Visitors;
import dev.seqrpay.simulator.notification.HttpNotifier;
import dev.seqrpay.simulator.soap.SoapFilter;
import dev.seqrpay.simulator.soap.SoapService;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

    static {
        // Without it each answer waits 40 ms for the caller's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final SimulatorOptions options;
    private final HttpServer server;
    private final Seqr seqr;
    private final Switches switches = new Switches();
    private final ArmedFaults faults = new ArmedFaults();
    private final Journal journal;
    private final ExecutorService handlers = Executors.newCachedThreadPool(daemons("seqr-http"));
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(daemons("seqr-background"));

    private final Optional<InvoiceFiles> files;

    private Simulator(SimulatorOptions options, HttpServer server, Optional<InvoiceFiles> files) throws IOException {
        this.files = files;
        this.options = options;
        this.server = server;
        this.journal = new Journal(options.log());
        HttpNotifier notifier = new HttpNotifier(background, handlers, switches, faults, journal, options.time());
        this.seqr = new Seqr(options.time(), new SecureRandom(), switches, notifier);
        if (files.isPresent()) files.get().restore(seqr);
        seqr.registry().add(Reseller.of(options.resellerId(), options.resellerPassword()));
        seqr.registry()
                .add(Terminal.of(
                        options.terminalId(), options.terminalPassword(), options.shopName(), options.resellerId()));
        publish(notifier);
    }

    /** Fails with a clear message if the port is taken. */
    public static Simulator start(SimulatorOptions options) {
        return start(options, Optional.empty(), message -> {});
    }

    /**
     * @param folder where it keeps its invoices; a fifth of a second may be missing if it is killed
     * @param messages hears what of it cannot be read or written
     */
    public static Simulator start(SimulatorOptions options, Optional<Path> folder, Consumer<String> messages) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
            HttpServer server = HttpServer.create(address, 0);
            Optional<InvoiceFiles> files =
                    folder.isPresent() ? Optional.of(new InvoiceFiles(folder.get(), messages)) : Optional.empty();
            Simulator simulator = new Simulator(options, server, files);
            simulator.run();
            return simulator;
        } catch (BindException e) {
            throw new IllegalStateException(
                    "Port " + options.port() + " is in use: stop what listens there, or choose another port.", e);
        } catch (IOException e) {
            throw new IllegalStateException("The simulator cannot start: " + e.getMessage(), e);
        }
    }

    /** Where the pages are. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Where a shop sends its SOAP requests. */
    public URI soapUrl() {
        return url().resolve(SoapService.PATH);
    }

    public int port() {
        return server.getAddress().getPort();
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
        server.stop(0);
        handlers.shutdownNow();
        background.shutdownNow();
        files.ifPresent(each -> each.write(seqr));
    }

    private void tick() {
        seqr.tick();
        files.ifPresent(each -> each.write(seqr));
    }

    private void publish(HttpNotifier notifier) {
        server.setExecutor(handlers);
        SoapService.publish(server, seqr, new SoapFilter(faults, switches, journal, options.time()));
        InvoicesApi invoices = new InvoicesApi(seqr, notifier);
        publish("/api/invoices", invoices::invoices);
        publish("/api/scan", invoices::scan);
        publish("/api/switches", new SwitchesApi(switches)::answer);
        publish("/api/faults", new FaultsApi(faults)::answer);
        publish("/api/log", new LogApi(journal)::answer);
        publish("/api/about", request -> about());
        open("/", new Pages());
    }

    private void publish(String path, JsonHandler.Call call) {
        open(path, new JsonHandler(call));
    }

    private void open(String path, HttpHandler handler) {
        server.createContext(path, handler).getFilters().add(new Visitors());
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
        server.start();
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
