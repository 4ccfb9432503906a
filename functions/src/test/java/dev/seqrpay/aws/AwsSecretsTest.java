package dev.seqrpay.aws;

import dev.seqrpay.local.aws.secrets.SecretsManager;
import dev.seqrpay.local.aws.template.Template;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** In the runner's Secrets Manager. */
class AwsSecretsTest extends SecretsContract {
    private final SecretsManager secrets = new SecretsManager(Map.of());

    @AfterEach
    void close() {
        secrets.close();
    }

    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                secrets.url(),
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local");
    }

    @Override
    protected String create(String text) {
        String arn = "arn:aws:secretsmanager:" + Template.REGION + ":000000000000:secret:" + UUID.randomUUID();
        secrets.put(arn, text);
        return arn;
    }

    @Override
    protected void change(String arn, String text) {
        secrets.put(arn, text);
    }
}
