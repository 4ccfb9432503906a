package dev.seqrpay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.Project;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.merchant.ApiKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class MerchantCommandTest {
    private final Project project = Project.find();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
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
        new MerchantCommand(new PrintStream(out, true), this::client)
                .run(Arguments.parse(List.of(words), MerchantCommand.OPTIONS));
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
    void what_is_missing_or_wrong_is_named() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> run("shop", "--name", "Shop", "--table", table()))
                .withMessageContaining("--origins");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> run("The Shop", "--name", "S", "--origins", "https://a.example", "--table", table()));
    }

    @Test
    void a_table_that_is_not_there_is_named() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> run("shop", "--name", "S", "--origins", "https://a.example", "--table", "nowhere"))
                .withMessageContaining("nowhere");
    }
}
