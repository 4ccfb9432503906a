package dev.seqrpay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Seller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Execution(ExecutionMode.CONCURRENT)
class MerchantCommandTest {
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n…".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

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

    private void run(String... words) {
        assertThat(execute(words)).as(err.toString()).isZero();
    }

    private int execute(String... words) {
        PrintStream print = new PrintStream(out, true);
        return Main.settle(new CommandLine(new MerchantCommand(print, this::client)), print, new PrintStream(err, true))
                .execute(words);
    }

    /** What is said of words that are not understood. */
    private String complaint(String... words) {
        err.reset();
        assertThat(execute(words)).isEqualTo(2);
        return err.toString();
    }

    @Test
    void the_printed_key_is_the_one_that_the_table_knows() {
        run("shop", "--name", "Shop", "--origins", "https://a.example,https://b.example", "--table", table());

        ApiKey.Text key = ApiKey.Text.parse(out.toString().strip()).orElseThrow();
        try (DynamoDbClient client = client()) {
            DynamoDbMerchants merchants = new DynamoDbMerchants(client, table());
            assertThat(key.environment()).isEqualTo("live");
            assertThat(merchants.key("shop-1").orElseThrow().opens(key)).isTrue();
            assertThat(merchants.find("shop").orElseThrow().origins())
                    .containsExactly("https://a.example", "https://b.example");
        }
    }

    @Test
    void a_colour_and_a_logo_stay_until_they_are_changed_or_taken_off() throws IOException {
        Path logo = Files.write(folder.resolve("logo.png"), PNG);
        String[] shop = {"shop", "--name", "Shop", "--origins", "https://a.example", "--table", table()};
        run(with(shop, "--accent", "#1F3D36", "--logo", logo.toString()));
        run(with(shop, "--key-number", "2"));
        assertThat(brand().accent()).isEqualTo("#1f3d36");
        assertThat(brand().logo().bytes()).isEqualTo(PNG);

        run(with(shop, "--accent", "none", "--logo", "none"));
        assertThat(brand()).isEqualTo(Brand.NONE);
    }

    @Test
    void what_a_receipt_names_stays_until_it_is_changed_or_taken_off() {
        String[] shop = {"shop", "--name", "Shop", "--origins", "https://a.example", "--table", table()};
        run(with(shop, "--legal-name", "Shop AB", "--organisation-number", "999999-9999"));
        run(with(shop, "--vat-number", "SE999999999901", "--time-zone", "Europe/Stockholm"));
        assertThat(merchant().seller())
                .isEqualTo(new Seller("Shop AB", "999999-9999", "SE999999999901", ZoneId.of("Europe/Stockholm")));

        run(with(shop, "--legal-name", "none", "--time-zone", "none"));
        assertThat(merchant().seller()).isEqualTo(new Seller(null, "999999-9999", "SE999999999901", ZoneOffset.UTC));
    }

    @Test
    void what_it_has_settled_for_its_checkouts_stays_until_it_is_changed_or_taken_off() {
        String[] shop = {"shop", "--name", "Shop", "--origins", "https://a.example", "--table", table()};
        run(with(shop, "--minutes", "45", "--limits", "SEK:5000.00,EUR:500"));
        run(with(shop, "--off", "true"));
        CheckoutRules rules = merchant().rules();
        assertThat(rules.isOff()).isTrue();
        assertThat(rules.life()).isEqualTo(Duration.ofMinutes(45));
        assertThat(rules.limits())
                .containsExactly(
                        Map.entry("EUR", new BigDecimal("500.00")), Map.entry("SEK", new BigDecimal("5000.00")));

        run(with(shop, "--minutes", "none", "--limits", "none", "--off", "false"));
        assertThat(merchant().rules()).isEqualTo(CheckoutRules.NONE);
    }

    @Test
    void what_no_checkout_could_keep_to_is_refused() {
        String[] shop = {"shop", "--name", "Shop", "--origins", "https://a.example", "--table", table()};
        for (String[] wrong : new String[][] {
            {"--minutes", "1", "2 to 1440"},
            {"--minutes", "1441", "2 to 1440"},
            {"--minutes", "soon", "--minutes is a number"},
            {"--limits", "SEK", "SEK:5000.00"},
            {"--limits", "XXX:1", "ISO 4217"},
            {"--limits", "SEK:0", "more than zero"},
            {"--limits", "SEK:-1", "decimal"}
        }) assertThat(complaint(with(shop, wrong[0], wrong[1]))).contains(wrong[2]);
    }

    @Test
    void a_seller_that_cannot_be_is_refused() {
        String[] shop = {"shop", "--name", "Shop", "--origins", "https://a.example", "--table", table()};
        for (String[] wrong : new String[][] {
            {"--time-zone", "Stockholm", "Europe/Stockholm"},
            {"--vat-number", "999999999901", "SE999999999901"},
            {"--organisation-number", "<b>", "999999-9999"}
        }) assertThat(complaint(with(shop, wrong[0], wrong[1]))).contains(wrong[2]);
    }

    @Test
    void a_colour_or_a_logo_that_is_none_is_refused_and_nothing_is_written() throws IOException {
        String[] shop = {"shop", "--name", "Shop", "--origins", "https://a.example", "--table", table()};
        Path svg = Files.writeString(folder.resolve("logo.png"), "<svg onload='alert(1)'/>");
        Path large = Files.write(folder.resolve("large.png"), Arrays.copyOf(PNG, 1 << 20));

        assertThat(complaint(with(shop, "--accent", "red;}body{display:none")))
                .contains("an accent colour is written as in #1f3d36");
        assertThat(complaint(with(shop, "--logo", svg.toString()))).contains("a logo is a PNG, JPEG or WebP image");
        assertThat(complaint(with(shop, "--logo", large.toString()))).contains("a logo has at most 16384 bytes");
        assertThat(complaint(with(shop, "--logo", folder.resolve("none.png").toString())))
                .contains("none.png cannot be read");
        try (DynamoDbClient client = client()) {
            assertThat(new DynamoDbMerchants(client, table()).find("shop")).isEmpty();
        }
    }

    private Brand brand() {
        return merchant().brand();
    }

    private Merchant merchant() {
        try (DynamoDbClient client = client()) {
            return new DynamoDbMerchants(client, table()).find("shop").orElseThrow();
        }
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertThat(complaint("shop", "--name", "Shop", "--table", table())).contains("--origins");
        assertThat(complaint("The Shop", "--name", "S", "--origins", "https://a.example", "--table", table()))
                .startsWith("a merchant's id");
    }

    @Test
    void a_table_that_is_not_there_is_named() {
        assertThat(execute("shop", "--name", "S", "--origins", "https://a.example", "--table", "nowhere"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nowhere was not written").doesNotContain("Usage");
    }
}
