package dev.seqrpay.local;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.gateway.HttpApi;
import dev.seqrpay.local.aws.gateway.RequestLog;
import dev.seqrpay.local.aws.gateway.WebSocketApi;
import dev.seqrpay.local.aws.queue.EventSource;
import dev.seqrpay.local.aws.schedule.Schedule;
import dev.seqrpay.local.aws.stream.ChangeSource;
import dev.seqrpay.local.demo.shop.DemoShop;
import dev.seqrpay.local.demo.shop.PaymentApi;
import dev.seqrpay.local.demo.shop.ShopSite;
import dev.seqrpay.local.demo.timeline.Timeline;
import dev.seqrpay.local.demo.timeline.TimelineSite;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.MovableClock;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.loopback.LocalServer;
import dev.seqrpay.loopback.OwnPagesOnly;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.wiring.Wiring;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.resource.ClassPathResourceManager;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All of it on one machine: SEQR, unless another is given, our API with the functions behind it, the demo shop and the timeline. */
public final class Runner implements AutoCloseable {
    private static final String SHOP_NAME = "Nordlys";

    private final Parts parts;
    private final ErrorPrinter errors;
    private final Timeline timeline = new Timeline();
    private final Optional<Simulator> simulator;
    private final HttpApi api;
    private final WebSocketApi sockets;
    private final DemoMerchant merchant;
    private final DemoShop shop;
    private final LocalServer shopServer;
    private final MovableClock clock;
    private final Schedule schedule;
    private final Stack stack;
    private final SeqrAccount seqr;

    /** Ports first: functions are told addresses when they are made, and a port in use ends it before anything is built. */
    private Runner(Project project, Data data, RunOptions options, Parts parts, PrintStream err) {
        this.parts = parts;
        errors = new ErrorPrinter(err);
        PortNumbers ports = options.ports();
        RequestLog requests = new RequestLog(options.requests());
        clock = MovableClock.keptIn(data.file("clock"));
        schedule = parts.keep(new Schedule(err::println));
        api = parts.keep(new HttpApi(ports.api(), requests, err::println));
        sockets = parts.keep(new WebSocketApi(ports.sockets(), requests, err::println));
        merchant = new DemoMerchant(data.keys());
        shop = new DemoShop(new PaymentApi(api.url(), merchant.secretKey()), data.file("orders.json"));
        shopServer = parts.keep(LocalServer.start(ports.shop(), new OwnPagesOnly(pages())));
        simulator = options.otherSeqr().isPresent()
                ? Optional.empty()
                : Optional.of(parts.keep(simulator(data, ports.simulator(), err)));
        seqr = options.otherSeqr().orElseGet(this::simulatorAccount);
        stack = parts.keep(new Stack(project, data, seqr, urls(), clock, this::log));
        deploy(options, err);
    }

    /** @param data is closed with the runner */
    public static Runner start(
            Project project, Data data, Optional<SeqrAccount> otherSeqr, PortNumbers ports, PrintStream err) {
        return start(project, data, RunOptions.of(otherSeqr, ports), err);
    }

    public static Runner start(Project project, Data data, RunOptions options, PrintStream err) {
        Parts parts = new Parts(err);
        try {
            return new Runner(project, parts.keep(data), options, parts, err);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private Simulator simulator(Data data, int port, PrintStream err) {
        return Simulator.start(
                SimulatorOptions.standard().shopName(SHOP_NAME).port(port).time(clock),
                data.file("seqr"),
                err::println);
    }

    private HttpHandler pages() {
        ClassPathResourceManager files =
                new ClassPathResourceManager(getClass().getClassLoader(), "dev/seqrpay/local/demo/static");
        return Handlers.path(new ShopSite(shop).handler())
                .addPrefixPath("/static", Handlers.resource(files))
                .addPrefixPath("/timeline", new TimelineSite(timeline).handler())
                .addExactPath("/clock", new ClockSite(clock, schedule).handler());
    }

    private SeqrAccount simulatorAccount() {
        SimulatorOptions options = SimulatorOptions.standard();
        return new SeqrAccount(
                simulator.orElseThrow().soapUrl().toString(), options.terminalId(), options.terminalPassword());
    }

    private void deploy(RunOptions options, PrintStream err) {
        Wiring wiring = new Wiring(stack.environment("Checkout"), err::println);
        merchant.register(wiring.merchants(), origins(options));
        OpenPayments.watch(wiring);
        List<FunctionHost> functions = stack.functions();
        api.serve(functions);
        sockets.serve(functions);
        schedule.serve(functions);
        parts.keep(new EventSource(err::println)).serve(functions, stack.sqs());
        parts.keep(new ChangeSource(err::println)).serve(functions, stack.tables());
    }

    /** The demo shop's own, by both names, and those of pages that use its key. */
    private List<String> origins(RunOptions options) {
        List<String> origins =
                new ArrayList<>(List.of(shopServer.url(), shopServer.url().replace("127.0.0.1", "localhost")));
        origins.addAll(options.origins());
        return origins;
    }

    private void log(String function, String line) {
        timeline.log(function, line);
        errors.log(function, line);
    }

    public Optional<Simulator> simulator() {
        return simulator;
    }

    public PublicUrls urls() {
        return new PublicUrls(api.url(), sockets.url());
    }

    /** The address of SEQR. */
    public String seqr() {
        return seqr.url();
    }

    public String apiUrl() {
        return api.url();
    }

    public WebSocketApi sockets() {
        return sockets;
    }

    public String shopUrl() {
        return shopServer.url();
    }

    public String secretKey() {
        return merchant.secretKey();
    }

    public DemoShop shop() {
        return shop;
    }

    public Stack stack() {
        return stack;
    }

    public Timeline timeline() {
        return timeline;
    }

    @Override
    public void close() {
        parts.close();
    }
}
