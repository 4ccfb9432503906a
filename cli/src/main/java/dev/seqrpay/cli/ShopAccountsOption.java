package dev.seqrpay.cli;

import dev.seqrpay.local.aws.template.Template;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import tools.jackson.jr.ob.JSON;

/** The secret with the shops' own SEQR accounts: that of a deployed stack, or that of the {@code up} that runs. */
final class ShopAccountsOption {
    /** Where AWS is, for a command that names a deployed stack's secret. */
    static final Supplier<SecretsManagerClient> AWS = () -> SecretsManagerClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    @Option(
            names = "--secret",
            paramLabel = "ARN",
            description = "with --table: the stack's ShopAccountsArn, which the accounts are kept in")
    private @Nullable String secret;

    /** The accounts by shop, to be read and written as a whole. */
    record Opened(SecretsManagerClient client, String arn) implements AutoCloseable {
        Map<String, Object> read() {
            try {
                return new LinkedHashMap<>(JSON.std.mapFrom(
                        client.getSecretValue(get -> get.secretId(arn)).secretString()));
            } catch (ResourceNotFoundException hasNoValue) {
                return new LinkedHashMap<>();
            }
        }

        void write(Map<String, Object> accounts) {
            String text = JSON.std.asString(accounts);
            client.putSecretValue(put -> put.secretId(arn).secretString(text));
        }

        @Override
        public void close() {
            client.close();
        }
    }

    Opened open(TableOption table, Supplier<SecretsManagerClient> deployed) {
        if (secret != null) return new Opened(deployed.get(), secret);
        RunningStack up = table.running()
                .orElseThrow(() -> new FailedException(
                        "--secret is missing: the ShopAccountsArn among the outputs of the stack that --table is of"));
        return new Opened(client(up), up.shopAccounts());
    }

    private static SecretsManagerClient client(RunningStack up) {
        return SecretsManagerClient.builder()
                .endpointOverride(URI.create(up.secrets()))
                .region(Region.of(Template.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useEnvironmentVariablesValues(false)
                                .build()))
                .build();
    }
}
