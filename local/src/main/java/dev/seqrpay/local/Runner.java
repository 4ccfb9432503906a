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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** All of it on one machine: SEQR, unless another is given, our API with the functions behind it, the demo shop and the timeline. */
public final class Runner implements AutoCloseable {
    private static final String SHOP_NAME = "Nordlys";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final PrintStream err;
    private final ErrorPrinter errors;
    private final Timeline timeline = new Timeline();
    private Optional<Simulator> simulator = Optional.empty();
    private HttpApi api;
    private WebSocketApi sockets;
    private DemoMerchant merchant;
    private DemoShop shop;
    private LocalServer shopServer;
    private MovableClock clock;
    private Schedule schedule;
    private Stack stack;
    private SeqrAccount seqr;

    private Runner(PrintStream err) {
        this.err = err;
        this.errors = new ErrorPrinter(err);
    }

    /** @param data is closed with the runner */
    public static Runner start(
            Project project, Data data, Optional<SeqrAccount> otherSeqr, PortNumbers ports, PrintStream err) {
        return start(project, data, RunOptions.of(otherSeqr, ports), err);
    }

    public static Runner start(Project project, Data data, RunOptions options, PrintStream err) {
        Runner runner = new Runner(err);
        try {
            runner.keep(data);
            runner.listen(data, options);
            runner.deploy(project, data, options);
            return runner;
        } catch (RuntimeException e) {
            runner.close();
            throw e;
        }
    }

    /** PortNumbers first: functions are told addresses when they are made, and a port in use ends it before anything is built. */
    private void listen(Data data, RunOptions options) {
        PortNumbers ports = options.ports();
        RequestLog requests = new RequestLog(options.requests());
        clock = MovableClock.keptIn(data.file("clock"));
        schedule = keep(new Schedule(err::println));
        api = keep(new HttpApi(ports.api(), requests, err::println));
        sockets = keep(new WebSocketApi(ports.sockets(), requests, err::println));
        merchant = new DemoMerchant(data.keys());
        shop = new DemoShop(new PaymentApi(api.url(), merchant.secretKey()), data.file("orders.json"));
        shopServer = keep(LocalServer.start(ports.shop(), new OwnPagesOnly(pages())));
        if (options.otherSeqr().isEmpty()) simulator = Optional.of(keep(simulator(data, ports.simulator())));
    }

    private Simulator simulator(Data data, int port) {
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

    private void deploy(Project project, Data data, RunOptions options) {
        seqr = options.otherSeqr().orElseGet(this::simulatorAccount);
        stack = keep(new Stack(project, data, seqr, urls(), clock, this::log));
        Wiring wiring = new Wiring(stack.environment("Checkout"), err::println);
        merchant.register(wiring.merchants(), origins(options));
        OpenPayments.watch(wiring);
        List<FunctionHost> functions = stack.functions();
        api.serve(functions);
        sockets.serve(functions);
        schedule.serve(functions);
        keep(new EventSource(err::println)).serve(functions, stack.sqs());
        keep(new ChangeSource(err::println)).serve(functions, stack.tables());
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

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
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

    /** In the reverse order, so that nothing is called that has gone already. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                err.println("While closing: " + e);
            }
        }
    }
}
