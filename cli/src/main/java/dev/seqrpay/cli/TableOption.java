package dev.seqrpay.cli;

import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.local.stack.Stack;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whose table: a deployed one, with the AWS credentials and region of the environment, or that of the {@code up} that runs. */
final class TableOption {
    /** Where AWS is, for a command that names a deployed table. */
    static final Supplier<DynamoDbClient> AWS = () -> DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    private static final String LIVE = "live";

    @Option(names = "--table", paramLabel = "NAME", description = "of a deployed stack")
    private @Nullable String table;

    @Mixin
    private DataOption data;

    /** @param keyEnvironment the second part of its keys, unless somebody says otherwise */
    record Opened(DynamoDbClient client, String name, String keyEnvironment) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
        }
    }

    /** The {@code up} whose table it is; empty for a deployed one. */
    Optional<RunningStack> running() {
        return table == null ? RunningStack.in(data.folder()) : Optional.empty();
    }

    Opened open(Supplier<DynamoDbClient> deployed) {
        if (table != null) return new Opened(deployed.get(), table, LIVE);
        RunningStack up = RunningStack.in(data.folder())
                .orElseThrow(() -> new FailedException("No ./seqrpay up runs on " + data.folder()
                        + ": start one, or name the table of a deployed stack with --table"));
        return new Opened(client(up), up.table(), Stack.KEY_ENVIRONMENT);
    }

    private static DynamoDbClient client(RunningStack up) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(up.dynamoDb()))
                .region(Region.of(Template.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useEnvironmentVariablesValues(false)
                                .build()))
                .build();
    }
}
