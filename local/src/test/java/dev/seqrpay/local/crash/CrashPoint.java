package dev.seqrpay.local.crash;

import dev.seqrpay.local.crash.Relay.Watch;
import dev.seqrpay.local.secrets.SecretsManager;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.jr.ob.JSON;

/**
 * The way of one deployment to its table, its queues and SEQR. Right before or right after its n-th call that changes something, the
 * way goes silent for good; whoever is killed then died exactly there.
 */
final class CrashPoint implements Watch, AutoCloseable {
    private static final Set<String> WRITES =
            Set.of("TransactWriteItems", "UpdateItem", "PutItem", "DeleteItem", "SendMessage");

    /** Whether the call still reaches the other side. */
    enum Side {
        BEFORE,
        AFTER
    }

    private final int at;
    private final Side side;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final Map<String, Relay> relays = new LinkedHashMap<>();
    private SecretsManager secrets;
    private int calls;
    private boolean silent;

    CrashPoint(int at, Side side) {
        this.at = at;
        this.side = side;
    }

    /** The environment with the addresses replaced. */
    Map<String, String> on(Map<String, String> environment) {
        Map<String, String> through = new LinkedHashMap<>(environment);
        for (String address : new String[] {"AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SQS"})
            through.compute(address, this::relayed);
        through.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets(environment).url());
        return through;
    }

    private String relayed(String name, String url) {
        return relays.computeIfAbsent(name, each -> new Relay(URI.create(url), this))
                .url();
    }

    /** SEQR's address is in a secret: the same secrets, with the way to SEQR in the place of its address. */
    private synchronized SecretsManager secrets(Map<String, String> environment) {
        if (secrets != null) return secrets;
        String account = environment.get("SEQR_ACCOUNT_ARN");
        String tokens = environment.get("TOKEN_KEY_ARN");
        try (SecretsManagerClient client = client(environment)) {
            Map<String, Object> changed = new LinkedHashMap<>(JSON.std.mapFrom(text(client, account)));
            changed.compute("url", (name, url) -> relayed(name, (String) url));
            secrets = new SecretsManager(Map.of(account, JSON.std.asString(changed), tokens, text(client, tokens)));
            return secrets;
        }
    }

    private static String text(SecretsManagerClient client, String arn) {
        return client.getSecretValue(get -> get.secretId(arn)).secretString();
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
        if (secrets != null) secrets.close();
    }
}
