package dev.seqrpay.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringTest {
    @Test
    void webhooks_reach_this_machine_only_where_the_environment_says_so() {
        Map<String, String> told = new HashMap<>(ConfigTest.GOOD);
        assertThat(wiring(told).reach().thisMachine()).isFalse();
        told.put("WEBHOOKS_TO_LOOPBACK", "on");
        assertThat(wiring(told).reach().thisMachine()).isTrue();
    }

    private static Wiring wiring(Map<String, String> environment) {
        Map<String, String> lambdas = new HashMap<>(environment);
        lambdas.putAll(Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret"));
        return new Wiring(lambdas, line -> {});
    }
}
