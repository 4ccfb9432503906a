package dev.seqrpay.aws;

import dev.seqrpay.live.Sockets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS SDK's clients. They get their settings explicitly, because searching the machine for them makes a start slow. */
public final class Aws {
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(8);

    private final Map<String, String> environment;
    private final Region region;
    private final ShortHttpClient http = new ShortHttpClient(ATTEMPT);
    private @Nullable SecretsManagerClient secrets;

    public Aws(Map<String, String> environment, String region) {
        this.environment = environment;
        this.region = Region.of(region);
    }

    public DynamoDbClient dynamoDb() {
        return lean(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB").build();
    }

    public SqsClient sqs() {
        return lean(SqsClient.builder(), "AWS_ENDPOINT_URL_SQS").build();
    }

    /** @param api host and stage */
    public Sockets sockets(String api, Clock clock) {
        String endpoint = environment.getOrDefault("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", "https://" + api);
        return new ApiGatewaySockets(URI.create(endpoint), region.id(), credentials(), http, clock);
    }

    public EventBridge eventBridge(Clock clock) {
        String endpoint = environment.getOrDefault(
                "AWS_ENDPOINT_URL_EVENTBRIDGE", "https://events." + region.id() + ".amazonaws.com");
        return new EventBridge(URI.create(endpoint), region.id(), credentials(), http, clock);
    }

    /** @param within how long the caller can wait */
    public String secret(String arn, Duration within) {
        return secrets()
                .getSecretValue(get -> get.secretId(arn).overrideConfiguration(call -> call.apiCallTimeout(within)))
                .secretString();
    }

    /** The same of a secret that may never have been given a value. */
    public Optional<String> secretIfAny(String arn, Duration within) {
        try {
            return Optional.of(secret(arn, within));
        } catch (ResourceNotFoundException hasNoValue) {
            return Optional.empty();
        }
    }

    /** What the secret said before its latest change; empty if it was never changed. */
    public Optional<String> secretBefore(String arn, Duration within) {
        try {
            return Optional.of(secrets()
                    .getSecretValue(get -> get.secretId(arn)
                            .versionStage("AWSPREVIOUS")
                            .overrideConfiguration(call -> call.apiCallTimeout(within)))
                    .secretString());
        } catch (ResourceNotFoundException neverChanged) {
            return Optional.empty();
        }
    }

    /** Made when a secret is first needed. */
    private synchronized SecretsManagerClient secrets() {
        if (secrets == null)
            secrets = lean(SecretsManagerClient.builder(), "AWS_ENDPOINT_URL_SECRETS_MANAGER")
                    .build();
        return secrets;
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B lean(B builder, String endpointName) {
        String endpoint = environment.get(endpointName);
        if (endpoint != null) builder.endpointOverride(URI.create(endpoint));
        return builder.httpClient(http)
                .region(region)
                .credentialsProvider(credentials())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(CALL)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .build());
    }

    /** Lambda hands a function its credentials as variables, and one that is restored from a snapshot by an address. */
    private AwsCredentialsProvider credentials() {
        String id = environment.get("AWS_ACCESS_KEY_ID");
        if (id == null || environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
            return ContainerCredentialsProvider.create();
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        String session = environment.get("AWS_SESSION_TOKEN");
        return StaticCredentialsProvider.create(
                session == null
                        ? AwsBasicCredentials.create(id, secret)
                        : AwsSessionCredentials.create(id, secret, session));
    }
}
