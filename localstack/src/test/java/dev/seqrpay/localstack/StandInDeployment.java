package dev.seqrpay.localstack;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.gateway.HttpApi;
import dev.seqrpay.local.aws.gateway.WebSocketApi;
import dev.seqrpay.local.aws.stream.ChangeSource;
import dev.seqrpay.local.aws.table.Tables;
import dev.seqrpay.local.aws.template.FunctionResource;
import dev.seqrpay.local.aws.template.QueueResource;
import dev.seqrpay.local.aws.template.SecretResource;
import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.wiring.Wiring;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the template deploys: its table, its queues and its secrets in the {@link StandIn}, its functions in this process, with
 * our own gateway before them and our own SEQR beside them.
 */
final class StandInDeployment implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final SimulatorOptions options = SimulatorOptions.standard().port(0);
    private final Simulator seqr = keep(Simulator.start(options));
    private final HttpApi api = keep(new HttpApi(0, System.err::println));
    private final WebSocketApi sockets = keep(new WebSocketApi(0, System.err::println));
    private final Queues queues = keep(new Queues());
    private final Template template = Template.read(Project.find().template(), parameters());
    /** What the template says of a resource, and what the stand-in calls it. */
    private final Map<String, String> names = new HashMap<>();

    private final List<FunctionHost> functions;

    StandInDeployment() {
        Tables tables = keep(new Tables(StandIn.environment()));
        tables.create(template.tables());
        createQueues();
        createSecrets();
        functions = template.functions().stream().map(this::host).toList();
        api.serve(functions);
        sockets.serve(functions);
        keep(new ChangeSource(System.err::println)).serve(functions, tables);
    }

    private Map<String, String> parameters() {
        return Map.of(
                "SeqrUrl", seqr.soapUrl().toString(),
                "SeqrTerminalId", options.terminalId(),
                "SeqrPassword", options.terminalPassword(),
                "KeyEnvironment", Stack.KEY_ENVIRONMENT,
                "PublicUrl", api.url(),
                "SocketUrl", sockets.url().replaceFirst("^http", "ws"));
    }

    /** Those of dead letters first, which the others name. */
    private void createQueues() {
        template.queues().stream()
                .sorted(Comparator.comparing(queue -> queue.redrive().isPresent()))
                .forEach(this::create);
    }

    private void create(QueueResource queue) {
        names.put(address(queue), queues.create(queue));
    }

    /** As the template has it for functions. */
    private static String address(QueueResource queue) {
        String[] arn = queue.arn().split(":");
        return "https://sqs." + arn[3] + ".amazonaws.com/" + arn[4] + "/" + arn[5];
    }

    private void createSecrets() {
        try (StandInSecrets secrets = new StandInSecrets()) {
            for (SecretResource secret : template.secrets())
                names.put(secret.arn(), secrets.create(secret.name(), text(secret)));
        }
    }

    /** One that CloudFormation would generate is of letters and digits; one that it would not has no value. */
    private static String text(SecretResource secret) {
        String generated = UUID.randomUUID() + "" + UUID.randomUUID();
        return secret.text().orElseGet(() -> generated.replace("-", "").substring(0, secret.generatedLength()));
    }

    private FunctionHost host(FunctionResource function) {
        return new FunctionHost(function.withEnvironment(environment(function)), line -> {});
    }

    private Map<String, String> environment(FunctionResource function) {
        Map<String, String> environment = new LinkedHashMap<>(StandIn.environment());
        environment.put("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", sockets.url());
        function.environment().forEach((name, value) -> environment.put(name, names.getOrDefault(value, value)));
        return environment;
    }

    /** The same table and secrets, for the test itself. */
    Wiring wiring() {
        return new Wiring(environment(template.function("Checkout")), line -> {});
    }

    Simulator seqr() {
        return seqr;
    }

    String url() {
        return api.url();
    }

    /** From now on, until it is closed, functions get what is in their queues. */
    QueueDelivery deliver() {
        return new QueueDelivery(functions, queues);
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) running.pop().close();
    }
}
