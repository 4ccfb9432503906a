package dev.seqrpay.localstack;

import dev.seqrpay.aws.ShortHttpClient;
import dev.seqrpay.local.aws.template.Template;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What CloudFormation and an operator do with secrets, and no function may. */
final class StandInSecrets implements AutoCloseable {
    private final SecretsManagerClient client = SecretsManagerClient.builder()
            .endpointOverride(URI.create(StandIn.url()))
            .region(Region.of(Template.REGION))
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(new ShortHttpClient(Duration.ofMinutes(1)))
            .build();

    /**
     * @param text empty for one without a value
     * @return the ARN of a new one, whose name begins so
     */
    String create(String name, String text) {
        return client.createSecret(create ->
                        create.name(name + "-" + UUID.randomUUID()).secretString(text.isEmpty() ? null : text))
                .arn();
    }

    void change(String arn, String text) {
        client.putSecretValue(put -> put.secretId(arn).secretString(text));
    }

    @Override
    public void close() {
        client.close();
    }
}
