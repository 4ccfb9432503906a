package dev.seqrpay.local.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsManagerTest {
    private static final String ARN = "arn:aws:secretsmanager:eu-north-1:000000000000:secret:mine";

    private final SecretsManager secretsManager = new SecretsManager(Map.of(ARN, "{\"a\":\"å\"}"));
    private final SecretsManagerClient client = SecretsManagerClient.builder()
            .endpointOverride(URI.create(secretsManager.url()))
            .region(Region.EU_NORTH_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    @AfterEach
    void close() {
        client.close();
        secretsManager.close();
    }

    @Test
    void readsASecretByItsArn() {
        GetSecretValueResponse secret = client.getSecretValue(request -> request.secretId(ARN));

        assertThat(secret.arn()).isEqualTo(ARN);
        assertThat(secret.name()).isEqualTo("mine");
        assertThat(secret.secretString()).isEqualTo("{\"a\":\"å\"}");
    }

    @Test
    void changesASecretAndKnowsWhatItSaidBefore() {
        assertThatThrownBy(() ->
                        client.getSecretValue(request -> request.secretId(ARN).versionStage("AWSPREVIOUS")))
                .isInstanceOf(ResourceNotFoundException.class);

        client.putSecretValue(request -> request.secretId(ARN).secretString("new"));

        assertThat(client.getSecretValue(request -> request.secretId(ARN)).secretString())
                .isEqualTo("new");
        assertThat(client.getSecretValue(request -> request.secretId(ARN).versionStage("AWSPREVIOUS"))
                        .secretString())
                .isEqualTo("{\"a\":\"å\"}");
        assertThatThrownBy(() -> client.putSecretValue(
                        request -> request.secretId("other").secretString("x")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void knowsNoOtherSecret() {
        assertThatThrownBy(() -> client.getSecretValue(request -> request.secretId("other")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void refusesEveryOtherOperation() {
        assertThatThrownBy(() -> client.deleteSecret(request -> request.secretId(ARN)))
                .isInstanceOf(SecretsManagerException.class)
                .hasMessageContaining("GetSecretValue");
    }
}
