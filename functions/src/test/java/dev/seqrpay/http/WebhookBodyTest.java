package dev.seqrpay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.http.WebhookBody.Reach;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a shop may have its events sent to; what they lead to is found out when they are called. */
class WebhookBodyTest {
    private static final Reach WITH_BUS = new Reach(false, Optional.of("orders"));

    private static URI created(String url, Reach reach) {
        return WebhookBody.created(("{\"url\":\"" + url + "\"}").getBytes(UTF_8), reach)
                .url();
    }

    @Test
    void the_deployments_bus_is_one_where_it_has_one() {
        assertThat(created("eventbridge:orders", WITH_BUS)).isEqualTo(URI.create("eventbridge:orders"));
        assertThat(created("https://shop.example/hook", WITH_BUS)).hasHost("shop.example");
        assertThat(WebhookBody.changed("{\"url\":\"eventbridge:orders\"}".getBytes(UTF_8), WITH_BUS)
                        .url())
                .isEqualTo(URI.create("eventbridge:orders"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventbridge:other", "eventbridge:", "eventbridge:orders/", "EVENTBRIDGE:orders"})
    void no_other_bus_is(String url) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> created(url, WITH_BUS));
    }

    @Test
    void without_a_bus_there_is_none() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> created("eventbridge:orders", new Reach(true, Optional.empty())));
    }
}
