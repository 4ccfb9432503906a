package dev.seqrpay.local.stack;

import static java.util.stream.Collectors.toMap;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.queue.Sqs;
import dev.seqrpay.local.aws.secrets.SecretsManager;
import dev.seqrpay.local.aws.table.Tables;
import dev.seqrpay.local.aws.template.FunctionResource;
import dev.seqrpay.local.aws.template.SecretResource;
import dev.seqrpay.local.aws.template.Template;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the template deploys, on this machine: its tables, its queues, its secret and its functions with their environment. */
public final class Stack implements AutoCloseable {
    /** The second part of every API key here. */
    public static final String KEY_ENVIRONMENT = "test";

    private final String name;
    private final Template template;
    private final SecretsManager secretsManager;
    private final Sqs sqs;
    private final Map<String, String> lambdasOwn;
    private final Tables tables;
    private final BiConsumer<String, String> log;
    private final InstantSource clock;

    /** @param log hears each line that a function logs, after the function's name */
    public Stack(Project project, Data data, SeqrAccount seqr, PublicUrls urls, BiConsumer<String, String> log) {
        this(project, data, seqr, urls, Clock.tickMillis(ZoneOffset.UTC), log);
    }

    /** @param clock what time it is for the functions and the queues, in whole milliseconds */
    public Stack(
            Project project,
            Data data,
            SeqrAccount seqr,
            PublicUrls urls,
            InstantSource clock,
            BiConsumer<String, String> log) {
        this.clock = clock;
        this.name = data.stack();
        this.template = Template.read(project.template(), parameters(data.stack(), seqr, urls));
        // before the first HTTP client is made, which reads them once
        template.functions().forEach(function -> SystemProperties.apply(function.environment()));
        this.secretsManager = new SecretsManager(
                template.secrets().stream()
                        .collect(toMap(SecretResource::arn, secret -> GeneratedSecret.text(secret, data.keys()))),
                (arn, text) -> keep(arn, text, data.keys()));
        this.sqs = new Sqs(template.queues(), clock);
        this.lambdasOwn = new LinkedHashMap<>(data.access());
        lambdasOwn.putAll(Map.of(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                secretsManager.url(),
                "AWS_ENDPOINT_URL_SQS",
                sqs.url(),
                "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
                urls.sockets()));
        this.tables = new Tables(lambdasOwn);
        this.log = log;
        tables.create(template.tables());
    }

    /** What the template itself says comes from the command line at the next start. */
    private void keep(String arn, String text, LocalKeys keys) {
        template.secrets().stream()
                .filter(secret -> secret.arn().equals(arn) && secret.text().isEmpty())
                .forEach(generated -> keys.put(generated.name(), text));
    }

    /** Another SEQR account, as another deployment with other parameters would write it into its secret. */
    public void change(Project project, SeqrAccount seqr, PublicUrls urls) {
        Template.read(project.template(), parameters(name, seqr, urls)).secrets().stream()
                .forEach(secret -> secret.text().ifPresent(text -> secretsManager.put(secret.arn(), text)));
    }

    /** With which the names of all that is deployed begin. */
    public String name() {
        return name;
    }

    public SecretsManager secrets() {
        return secretsManager;
    }

    private static Map<String, String> parameters(String name, SeqrAccount seqr, PublicUrls urls) {
        return Map.of(
                "AWS::StackName", name,
                "SeqrUrl", seqr.url(),
                "SeqrTerminalId", seqr.terminalId(),
                "SeqrPassword", seqr.password(),
                "KeyEnvironment", KEY_ENVIRONMENT,
                "PublicUrl", urls.api(),
                "SocketUrl", urls.socketUrl());
    }

    public List<FunctionHost> functions() {
        return template.functionNames().stream().map(this::function).toList();
    }

    public FunctionHost function(String name) {
        FunctionResource function = template.function(name);
        return new FunctionHost(function.withEnvironment(environment(name)), line -> log.accept(name, line), clock);
    }

    /** What Lambda sets itself and what the template sets; the access key is the function's name. */
    public Map<String, String> environment(String functionName) {
        Map<String, String> environment = new LinkedHashMap<>(lambdasOwn);
        // by which AWS's stand-ins know who calls
        environment.put("AWS_ACCESS_KEY_ID", functionName);
        // a developer's own shop listens here; in AWS no function has this variable
        environment.put("WEBHOOKS_TO_LOOPBACK", "on");
        environment.putAll(template.function(functionName).environment());
        return environment;
    }

    public Sqs sqs() {
        return sqs;
    }

    public Tables tables() {
        return tables;
    }

    @Override
    public void close() {
        tables.close();
        sqs.close();
        secretsManager.close();
    }
}
