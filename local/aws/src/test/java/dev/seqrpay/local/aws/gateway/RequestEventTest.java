package dev.seqrpay.local.aws.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.local.aws.function.Functions;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function is told of requests of all kinds. */
class RequestEventTest {
    private static final RequestStreamHandler ECHO = (in, out, context) -> out.write(in.readAllBytes());
    private static final String HOST = "Host: 127.0.0.1";

    private final HttpApi api = new HttpApi(0, error -> {});

    @BeforeEach
    void serve() {
        api.serve(List.of(Functions.host(ECHO, "GET /a/{b}", "$default")));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void what_the_caller_leaves_out_is_empty_or_not_there() throws Exception {
        Map<String, Object> event = event("", "GET / HTTP/1.1", HOST);

        assertThat(event)
                .containsEntry("rawQueryString", "")
                .doesNotContainKeys("cookies", "queryStringParameters", "pathParameters", "body")
                .containsEntry("isBase64Encoded", false);
        assertThat(http(event)).containsEntry("userAgent", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON ; charset=utf-8",
                "application/xml",
                "application/javascript",
                "text/csv"
            })
    void a_text_is_passed_on_as_it_is(String type) throws Exception {
        assertThat(posted("Content-Type: " + type))
                .containsEntry("body", "body")
                .containsEntry("isBase64Encoded", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: application/octet-stream", "Content-Type: json", "X-No-Type: at all"})
    void what_is_no_text_is_passed_on_in_Base64(String header) throws Exception {
        assertThat(posted(header)).containsEntry("body", "Ym9keQ==").containsEntry("isBase64Encoded", true);
    }

    @Test
    void a_body_of_nothing_is_none() throws Exception {
        Map<String, Object> event = event("", "POST / HTTP/1.1", HOST, "Content-Type: image/png", "Content-Length: 0");

        assertThat(event).doesNotContainKey("body").containsEntry("isBase64Encoded", false);
    }

    @Test
    void it_names_where_the_request_came_to_and_through_whom() throws Exception {
        Map<String, Object> event = event("", "GET / HTTP/1.1", "Host: localhost:8123", "X-Forwarded-For: 203.0.113.7");

        assertThat(map(event, "headers"))
                .containsEntry("x-forwarded-for", "203.0.113.7, 127.0.0.1")
                .containsEntry("x-forwarded-port", "8123");
        assertThat(map(event, "requestContext"))
                .containsEntry("domainName", "localhost")
                .containsEntry("domainPrefix", "localhost");
    }

    @Test
    void it_has_the_path_decoded_and_the_cookies_of_all_lines() throws Exception {
        Map<String, Object> event =
                event("", "GET /a/%C3%A5+b?c HTTP/1.1", HOST, "Cookie: a=1;b=2; c=3", "Cookie: d=4");

        assertThat(event)
                .containsEntry("rawPath", "/a/å+b")
                .containsEntry("pathParameters", Map.of("b", "å+b"))
                .containsEntry("cookies", List.of("a=1", "b=2", "c=3", "d=4"));
        assertThat(http(event)).containsEntry("path", "/a/å+b").containsEntry("protocol", "HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=1&&y=+%2B&x=2&z=&=n", "&x=1&y=%20%2b&x=2&z&=n&"})
    void a_query_is_read_however_it_is_written(String query) throws Exception {
        assertThat(event("", "GET /?" + query + " HTTP/1.1", HOST))
                .containsEntry("queryStringParameters", Map.of("x", "1,2", "y", " +", "z", "", "", "n"));
    }

    @Test
    void its_time_is_now_in_both_ways_of_writing_it() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> context = map(event("", "GET / HTTP/1.1", HOST), "requestContext");

        Instant epoch = Instant.ofEpochMilli(((Number) context.get("timeEpoch")).longValue());
        assertThat(epoch).isBetween(before, Instant.now());
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
        assertThat(OffsetDateTime.parse((String) context.get("time"), format).toInstant())
                .isEqualTo(epoch.truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void the_caller_is_told_the_id_of_the_request_too() throws Exception {
        String answer = RawRequest.answer(api.url(), "", "GET / HTTP/1.1", HOST);

        Object id = map(RawRequest.json(answer), "requestContext").get("requestId");
        assertThat(answer).contains("\r\nApigw-Requestid: " + id + "\r\n");
    }

    private Map<String, Object> posted(String header) throws IOException {
        return event("body", "POST / HTTP/1.1", HOST, header, "Content-Length: 4");
    }

    private Map<String, Object> event(String body, String... head) throws IOException {
        return RawRequest.json(RawRequest.answer(api.url(), body, head));
    }

    private static Map<String, Object> http(Map<String, Object> event) {
        return map(map(event, "requestContext"), "http");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> event, String name) {
        return (Map<String, Object>) event.get(name);
    }
}
