package dev.seqrpay.cli;

import dev.seqrpay.dynamodb.DynamoDbKeyUses;
import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.ApiKey.Terms;
import dev.seqrpay.merchant.KeyUses;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.StoreUnavailable;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A webshop's keys. Several live side by side, so that one replaces another without an interruption. */
@Command(
        name = "key",
        description = "a webshop's secret keys: make, list, revoke",
        footer = {
            "",
            "create SHOP    a further key, printed here once; the others stay good",
            "list SHOP      each key with its scopes, age, last use and end, never the secret",
            "revoke KEY     as it is called in the list, such as shop-1; it opens nothing from then on"
        })
final class KeyCommand implements Callable<Integer> {
    private final PrintStream out;
    private final Supplier<DynamoDbClient> deployed;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "WHAT", description = "create, list or revoke")
    private String what;

    @Parameters(index = "1", paramLabel = "SHOP", description = "the webshop's id, or for revoke the key's")
    private String id;

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = ",",
            splitSynopsisLabel = ",",
            description = "for create: what it may be used for, of ${COMPLETION-CANDIDATES}; else all")
    private @Nullable Set<Scope> scopes;

    @Option(names = "--days", paramLabel = "N", description = "for create: how long it is good; else for ever")
    private @Nullable Integer days;

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            defaultValue = "" + Terms.PER_MINUTE,
            description = "for create: requests a minute, ${DEFAULT-VALUE}")
    private int perMinute;

    @Option(
            names = "--key-environment",
            paramLabel = "live|test",
            description = "for create: the second part of the key: live for a deployed table, else test")
    private @Nullable String keyEnvironment;

    @Mixin
    private TableOption table;

    KeyCommand(PrintStream out) {
        this(out, TableOption.AWS);
    }

    KeyCommand(PrintStream out, Supplier<DynamoDbClient> deployed) {
        this.out = out;
        this.deployed = deployed;
    }

    @Override
    public Integer call() {
        try (TableOption.Opened opened = table.open(deployed)) {
            Merchants merchants = new DynamoDbMerchants(opened.client(), opened.name());
            switch (what) {
                case "create" -> create(merchants, opened.keyEnvironment());
                case "list" -> list(merchants, new DynamoDbKeyUses(opened.client(), opened.name()));
                case "revoke" -> revoke(merchants);
                default -> throw new ParameterException(spec.commandLine(), "There is no key " + what);
            }
            return ExitCode.OK;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        } catch (StoreUnavailable refused) {
            throw new FailedException("The table gave no answer: " + Complaints.cause(refused));
        }
    }

    private void create(Merchants merchants, String environment) {
        if (merchants.find(id).isEmpty())
            throw new FailedException("There is no webshop " + id + ": make it first, with ./seqrpay merchant");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant end = days == null ? null : now.plus(Duration.ofDays(days));
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        ApiKey.Text key = ApiKey.Text.issue(
                keyEnvironment == null ? environment : keyEnvironment, id, nextNumber(merchants), random);
        merchants.put(
                key.stored(scopes == null ? EnumSet.allOf(Scope.class) : scopes, Terms.from(now, end, perMinute)));
        out.println(key.reveal());
    }

    private int nextNumber(Merchants merchants) {
        return merchants.keys(id).stream().mapToInt(KeyCommand::number).max().orElse(0) + 1;
    }

    private static int number(ApiKey key) {
        return Integer.parseInt(key.id().substring(key.id().lastIndexOf('-') + 1));
    }

    private void list(Merchants merchants, KeyUses uses) {
        List<ApiKey> keys = merchants.keys(id).stream()
                .sorted(Comparator.comparing(KeyCommand::number))
                .toList();
        if (keys.isEmpty()) throw new FailedException("The webshop " + id + " has no key");
        for (ApiKey key : keys) out.println(line(key, uses.latest(key.id())));
    }

    private static String line(ApiKey key, Optional<Instant> latest) {
        Terms terms = key.terms();
        String made = terms.createdAt() == null ? "" : "  made " + terms.createdAt();
        String used = "  last used " + latest.map(Instant::toString).orElse("never");
        String end = terms.revokedAt() != null
                ? "  revoked " + terms.revokedAt()
                : terms.expiresAt() == null ? "" : "  ends " + terms.expiresAt();
        String scopes = key.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return key.id() + "  " + scopes.toLowerCase(Locale.ROOT) + "  " + terms.perMinute() + " a minute" + made + used
                + end;
    }

    private void revoke(Merchants merchants) {
        if (!id.matches("[a-z0-9]{1,32}-[0-9]{1,6}"))
            throw new IllegalArgumentException("A key is called as in the list, such as shop-1: not " + id);
        ApiKey key = merchants.key(id).orElseThrow(() -> new FailedException("There is no key " + id));
        merchants.put(key.revoked(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        out.println(id + " opens nothing any more");
    }
}
