package dev.seqrpay.e2e.crash;

import dev.seqrpay.e2e.crash.Relay.Watch;
import dev.seqrpay.local.aws.secrets.SecretsManager;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.jr.ob.JSON;

/**
 * The way of one deployment to its table, its queues and SEQR. Right before or right after its n-th call that changes something, the
 * way goes silent for good, so a process that is killed then died exactly there.
 */
final class CrashPoint implements Watch, AutoCloseable {
    private static final Set<String> WRITES =
            Set.of("TransactWriteItems", "UpdateItem", "PutItem", "DeleteItem", "SendMessage");
    /** SEQR's address is in a secret, so each point has secrets of its own, with the way to SEQR in the place of the address. */
    private static final SecretsManager SECRETS = new SecretsManager(Map.of());
    /** What the deployments' own secrets say, by their server and name. */
    private static final Map<List<String>, String> TEXTS = new ConcurrentHashMap<>();

    /** Whether the call still reaches the other side. */
    enum Side {
        BEFORE,
        AFTER
    }

    private final int at;
    private final Side side;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final Map<String, Relay> relays = new LinkedHashMap<>();
    private Map<String, String> way;
    private int calls;
    private boolean silent;

    CrashPoint(int at, Side side) {
        this.at = at;
        this.side = side;
    }

    /** The environment with the addresses replaced. */
    synchronized Map<String, String> on(Map<String, String> environment) {
        if (way == null) way = way(environment);
        return way;
    }

    private Map<String, String> way(Map<String, String> environment) {
        Map<String, String> through = new LinkedHashMap<>(environment);
        for (String address : new String[] {"AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SQS"})
            through.compute(address, this::relayed);
        through.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", SECRETS.url());
        Map<String, Object> account = new LinkedHashMap<>(JSON.std.mapFrom(text(environment, "SEQR_ACCOUNT_ARN")));
        account.compute("url", (name, url) -> relayed(name, (String) url));
        through.put("SEQR_ACCOUNT_ARN", secret(JSON.std.asString(account)));
        through.put("TOKEN_KEY_ARN", secret(text(environment, "TOKEN_KEY_ARN")));
        return through;
    }

    private String relayed(String name, String url) {
        return relays.computeIfAbsent(name, each -> new Relay(URI.create(url), this))
                .url();
    }

    /** @return its name */
    private static String secret(String text) {
        String arn = "arn:aws:secretsmanager:eu-north-1:000000000000:secret:" + UUID.randomUUID();
        SECRETS.put(arn, text);
        return arn;
    }

    private static String text(Map<String, String> environment, String name) {
        String arn = environment.get(name);
        return TEXTS.computeIfAbsent(List.of(environment.get("AWS_ENDPOINT_URL_SECRETS_MANAGER"), arn), each -> {
            try (SecretsManagerClient client = client(environment)) {
                return client.getSecretValue(get -> get.secretId(arn)).secretString();
            }
        });
    }

    private static SecretsManagerClient client(Map<String, String> environment) {
        return SecretsManagerClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_SECRETS_MANAGER")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Completed when the way has gone silent. */
    CompletableFuture<Void> reached() {
        return reached;
    }

    @Override
    public synchronized int request(String target) {
        if (!silent && isWrite(target) && ++calls == at && side == Side.BEFORE) goSilent();
        if (silent) return -1;
        return isWrite(target) ? calls : 0;
    }

    @Override
    public synchronized boolean answer(int number) {
        if (number == at && side == Side.AFTER) goSilent();
        return !silent;
    }

    private void goSilent() {
        silent = true;
        reached.complete(null);
    }

    /** To SEQR, every call counts. */
    private static boolean isWrite(String target) {
        return target == null || WRITES.contains(target.substring(target.indexOf('.') + 1));
    }

    @Override
    public void close() {
        relays.values().forEach(Relay::close);
    }
}
