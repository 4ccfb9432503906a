package dev.seqrpay.localstack;

import dev.seqrpay.aws.SecretsContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@OnStandIn
class SecretsTest extends SecretsContract {
    private StandInSecrets secrets;

    @BeforeEach
    void open() {
        secrets = new StandInSecrets();
    }

    @AfterEach
    void close() {
        secrets.close();
    }

    @Override
    protected Map<String, String> environment() {
        return StandIn.environment();
    }

    @Override
    protected String create(String text) {
        return secrets.create("contract", text);
    }

    @Override
    protected void change(String arn, String text) {
        secrets.change(arn, text);
    }
}
