package dev.seqrpay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.dynamodb.DynamoDbKeyUses;
import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Merchant;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A key from its making to its end, by the words that a person types. */
@Execution(ExecutionMode.CONCURRENT)
class KeyCommandTest {
    private final Project project = Project.find();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Data data;
    private Stack stack;

    @BeforeEach
    void start() {
        data = Data.inMemory(project);
        stack = new Stack(
                project,
                data,
                new SeqrAccount("http://127.0.0.1:9", "t", "p"),
                new PublicUrls("", ""),
                (name, line) -> {});
    }

    @AfterEach
    void stop() {
        stack.close();
        data.close();
    }

    private DynamoDbClient client() {
        Map<String, String> environment = stack.environment("Checkout");
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_DYNAMODB")))
                .region(Region.EU_NORTH_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private String table() {
        return stack.environment("Checkout").get("TABLE_NAME");
    }

    private String run(String... words) {
        out.reset();
        assertThat(execute(words)).as(err.toString()).isZero();
        return out.toString().strip();
    }

    private int execute(String... words) {
        PrintStream print = new PrintStream(out, true);
        return Main.settle(new CommandLine(new KeyCommand(print, this::client)), print, new PrintStream(err, true))
                .execute(Stream.concat(Stream.of(words), Stream.of("--table", table()))
                        .toArray(String[]::new));
    }

    private String complaint(int status, String... words) {
        err.reset();
        assertThat(execute(words)).isEqualTo(status);
        return err.toString();
    }

    private <T> T merchants(Function<DynamoDbMerchants, T> of) {
        try (DynamoDbClient client = client()) {
            return of.apply(new DynamoDbMerchants(client, table()));
        }
    }

    private void shop() {
        merchants(merchants -> {
            merchants.put(new Merchant("shop", "Shop", List.of("https://shop.example")));
            return null;
        });
    }

    @Test
    void a_key_is_for_what_was_said_and_for_as_long() {
        shop();
        ApiKey.Text text = ApiKey.Text.parse(
                        run("create", "shop", "--scopes", "checkout,read", "--days", "30", "--per-minute", "60"))
                .orElseThrow();
        ApiKey stored = merchants(merchants -> merchants.key("shop-1").orElseThrow());

        assertThat(text.keyId()).isEqualTo("shop-1");
        assertThat(stored.opens(text)).isTrue();
        assertThat(stored.scopes()).containsExactlyInAnyOrder(ApiKey.Scope.CHECKOUT, ApiKey.Scope.READ);
        assertThat(stored.terms().perMinute()).isEqualTo(60);
        assertThat(Duration.between(stored.terms().createdAt(), stored.terms().expiresAt()))
                .isEqualTo(Duration.ofDays(30));
    }

    @Test
    void the_next_key_lives_beside_the_one_before_until_that_is_revoked() {
        shop();
        run("create", "shop");
        assertThat(run("create", "shop")).startsWith("sk_live_shop-2_");
        assertThat(run("list", "shop").lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(
                                        "shop-1  cancel,checkout,read,refund,resolve,webhooks  1200 a minute  made ")
                                .endsWith("last used never"),
                        second -> assertThat(second).startsWith("shop-2  "));

        run("revoke", "shop-1");
        assertThat(run("list", "shop")).containsOnlyOnce("revoked ");
        Instant now = Instant.now().plusSeconds(1);
        assertThat(merchants(merchants -> merchants.key("shop-1")).orElseThrow().isGood(now))
                .isFalse();
        assertThat(merchants(merchants -> merchants.key("shop-2")).orElseThrow().isGood(now))
                .isTrue();
        assertThat(run("create", "shop")).as("a number is given once").startsWith("sk_live_shop-3_");
    }

    @Test
    void the_list_shows_no_secret_and_when_a_key_was_used() {
        shop();
        String key = run("create", "shop");
        try (DynamoDbClient client = client()) {
            new DynamoDbKeyUses(client, table()).count("shop-1", Instant.parse("2026-11-22T12:00:15Z"));
        }
        assertThat(run("list", "shop"))
                .contains("last used 2026-11-22T12:00:00Z")
                .doesNotContain(key.substring(key.lastIndexOf('_') + 1));
    }

    @Test
    void what_cannot_be_is_said() {
        assertThat(complaint(1, "create", "nobody")).contains("There is no webshop nobody");
        assertThat(complaint(1, "list", "nobody")).contains("has no key");
        assertThat(complaint(1, "revoke", "shop-9")).contains("There is no key shop-9");
        assertThat(complaint(2, "revoke", "shop")).contains("A key is called as in the list");
        assertThat(complaint(2, "print", "shop")).contains("There is no key print");
        shop();
        assertThat(complaint(2, "create", "shop", "--per-minute", "0")).contains("one request a minute at least");
        assertThat(complaint(2, "create", "shop", "--scopes", "all")).contains("--scopes");
    }
}
