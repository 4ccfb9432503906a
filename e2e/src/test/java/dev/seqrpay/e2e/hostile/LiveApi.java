package dev.seqrpay.e2e.hostile;

import dev.seqrpay.e2e.crash.Relay;
import dev.seqrpay.e2e.crash.TableScan;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.gateway.HttpApi;
import dev.seqrpay.local.aws.gateway.WebSocketApi;
import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.local.demo.timeline.Timeline;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.wiring.Wiring;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The API as the local runner serves it, with a real table behind a relay that counts what is asked of it. */
final class LiveApi implements Relay.Watch, AutoCloseable {
    static final String TABLE = "AWS_ENDPOINT_URL_DYNAMODB";

    private final AtomicInteger tableCalls = new AtomicInteger();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Timeline timeline = new Timeline();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Data data = Data.inMemory(Project.find());
    private final HttpApi api = new HttpApi(0, errors::add);
    private final WebSocketApi sockets = new WebSocketApi(0, errors::add);
    private final Simulator seqr;
    private final Stack stack;
    private final Relay relay;

    LiveApi(SimulatorOptions options, String macKey) {
        this(options, options.terminalPassword(), macKey);
    }

    /** @param password that we send, which need not be the one that SEQR expects */
    LiveApi(SimulatorOptions options, String password, String macKey) {
        data.keys().get("TokenKey", () -> macKey);
        seqr = Simulator.start(options.port(0));
        SeqrAccount account = new SeqrAccount(seqr.soapUrl().toString(), options.terminalId(), password);
        stack = new Stack(Project.find(), data, account, new PublicUrls(api.url(), sockets.url()), this::log);
        relay = new Relay(URI.create(stack.environment("Checkout").get(TABLE)), this);
        List<FunctionHost> functions =
                stack.functions().stream().map(this::throughRelay).toList();
        api.serve(functions);
        sockets.serve(functions);
    }

    private FunctionHost throughRelay(FunctionHost function) {
        Map<String, String> environment =
                new LinkedHashMap<>(stack.environment(function.function().name()));
        environment.put(TABLE, relay.url());
        String name = function.function().name();
        return new FunctionHost(function.function().withEnvironment(environment), line -> log(name, line));
    }

    private void log(String function, String line) {
        log.add(line);
        timeline.log(function, line);
    }

    Merchants merchants() {
        return new Wiring(stack.environment("Checkout"), line -> {}).merchants();
    }

    URI url() {
        return URI.create(api.url());
    }

    /** Where a browser opens a socket. */
    URI socket(String viewId) {
        return URI.create(sockets.url().replaceFirst("^http", "ws") + "/?view=" + viewId);
    }

    Simulator seqr() {
        return seqr;
    }

    Stack stack() {
        return stack;
    }

    /** What the functions have logged. */
    Queue<String> log() {
        return log;
    }

    /** What API Gateway could make nothing of, and what the runner prints on stderr. */
    Queue<String> errors() {
        return errors;
    }

    Timeline timeline() {
        return timeline;
    }

    /** What waits in all queues, the dead letters among it. */
    List<String> messages() {
        return Template.read(Project.find().template(), Map.of("AWS::StackName", stack.name())).queues().stream()
                .flatMap(queue -> stack.sqs().queue(queue.name()).bodies().stream())
                .toList();
    }

    int tableCalls() {
        return tableCalls.get();
    }

    List<Map<String, AttributeValue>> items() {
        return new TableScan(stack.environment("Checkout")).items();
    }

    @Override
    public int request(String target) {
        return tableCalls.incrementAndGet();
    }

    @Override
    public boolean answer(int number) {
        return true;
    }

    @Override
    public void close() {
        api.close();
        sockets.close();
        stack.close();
        relay.close();
        seqr.close();
        data.close();
    }
}
