package dev.seqrpay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.handler.EventFile;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final EventFile CHECKOUT = EventFile.of("checkout");

    @Test
    void a_body_is_read_as_text_or_as_base64() {
        byte[] bytes = {'{', (byte) 0xff, 0, '}'};
        EventFile encoded = CHECKOUT.with("isBase64Encoded", true)
                .with("body", Base64.getEncoder().encodeToString(bytes));

        assertThat(encoded.request().body()).isEqualTo(bytes);
        assertThat(CHECKOUT.with("body", "å🦞").request().body()).isEqualTo("å🦞".getBytes(UTF_8));
    }

    @Test
    void an_event_without_a_body_has_an_empty_one() {
        assertThat(EventFile.of("page").request().body()).isEmpty();
        assertThat(CHECKOUT.with("body", null).request().body()).isEmpty();
        Map<String, Object> said = new HashMap<>();
        said.put("body", null);
        assertThat(Request.body(said)).isEmpty();
    }

    @Test
    void what_api_gateway_leaves_out_is_empty() {
        EventFile bare = EventFile.of("anything-else").with("headers", null).with("queryStringParameters", null);
        Request request = bare.request();

        assertThat(request.header("authorization")).isEmpty();
        assertThat(request.path()).isEmpty();
        assertThat(request.query()).isEmpty();
        assertThat(request.id()).isEmpty();
        assertThat(request.token()).isEmpty();
    }

    @Test
    void a_touch_is_known_by_the_route_that_the_schedule_gives_it() {
        assertThat(EventFile.of("status").with("routeKey", "touch").request().isTouch())
                .isTrue();
        assertThat(EventFile.of("status").request().isTouch()).isFalse();
    }

    @Test
    void a_query_is_read() {
        assertThat(EventFile.of("page")
                        .with("queryStringParameters", Map.of("lang", "de"))
                        .request()
                        .query())
                .containsEntry("lang", "de");
    }

    @Test
    void headers_have_their_name_in_any_case() {
        Map<String, Object> headers = new HashMap<>();
        headers.put("Idempotency-Key", "order-1");

        Request request = CHECKOUT.with("headers", headers).request();

        assertThat(request.header("idempotency-key")).contains("order-1");
        assertThat(request.header("IDEMPOTENCY-KEY")).contains("order-1");
    }

    @Test
    void the_domain_is_api_gateways_and_not_what_the_caller_says() {
        Map<String, Object> headers = Map.of("host", "evil.example", "x-forwarded-host", "evil.example");
        assertThat(CHECKOUT.with("headers", headers).request().domain())
                .isEqualTo("a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com");
    }
}
