package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.Functions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class HttpApiTest {
    private static final RequestStreamHandler ECHO = (in, out, context) -> out.write(in.readAllBytes());

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();
    private final HttpApi api = new HttpApi(0, errors::add);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void makesTheEventOfPayloadFormatTwo() throws Exception {
        serve(ECHO, "POST /things/{id}/{name+}");

        Map<String, Object> event = event(HttpRequest.newBuilder(url("/things/a%20b/c+d/%C3%A5?x=1&x=2&y=%26&z"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .header("Cookie", "a=1; b=2")
                .header("User-Agent", "tester")
                .POST(BodyPublishers.ofString("{\"å\":1}")));

        assertThat(event)
                .containsEntry("version", "2.0")
                .containsEntry("routeKey", "POST /things/{id}/{name+}")
                .containsEntry("rawPath", "/things/a b/c+d/å")
                .containsEntry("rawQueryString", "x=1&x=2&y=%26&z")
                .containsEntry("queryStringParameters", Map.of("x", "1,2", "y", "&", "z", ""))
                .containsEntry("pathParameters", Map.of("id", "a b", "name", "c+d/å"))
                .containsEntry("cookies", List.of("a=1", "b=2"))
                .containsEntry("body", "{\"å\":1}")
                .containsEntry("isBase64Encoded", false);
        assertThat(map(event.get("headers")))
                .containsEntry("content-type", "application/json; charset=utf-8")
                .containsEntry("x-twice", "one,two")
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "http")
                .containsKey("host")
                .doesNotContainKey("cookie");
    }

    @Test
    void saysWhoCalledAndWhen() throws Exception {
        serve(ECHO, "$default");

        Map<String, Object> event = event(HttpRequest.newBuilder(url("/a?b=c")).header("User-Agent", "tester"));

        Map<String, Object> context = map(event.get("requestContext"));
        assertThat(context)
                .containsEntry("accountId", "000000000000")
                .containsEntry("apiId", "local")
                .containsEntry("domainName", "127.0.0.1")
                .containsEntry("domainPrefix", "127")
                .containsEntry("routeKey", "$default")
                .containsEntry("stage", "$default")
                .containsKeys("requestId", "timeEpoch");
        assertThat(context.get("time").toString()).matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(context.get("http"))
                .isEqualTo(Map.of(
                        "method", "GET",
                        "path", "/a",
                        "protocol", "HTTP/1.1",
                        "sourceIp", "127.0.0.1",
                        "userAgent", "tester"));
        assertThat(event)
                .doesNotContainKeys("cookies", "pathParameters", "body")
                .containsEntry("isBase64Encoded", false);
    }

    @Test
    void passesAFormOnInBase64AsApiGatewayDoes() throws Exception {
        serve(ECHO, "$default");

        Map<String, Object> event = event(HttpRequest.newBuilder(url("/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("invoiceReference=1")));

        assertThat(event).containsEntry("isBase64Encoded", true).containsEntry("body", "aW52b2ljZVJlZmVyZW5jZT0x");
    }

    @Test
    void sendsWhatTheFunctionAnswers() throws Exception {
        serve("{\"statusCode\":201,\"headers\":{\"X-A\":\"b\",\"Content-Type\":\"image/png\"},"
                + "\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"/+8=\",\"isBase64Encoded\":true}");

        HttpResponse<byte[]> response = get("/");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("x-a")).hasValue("b");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(response.body()).containsExactly(0xff, 0xef);
    }

    @Test
    void takesAnAnswerWithoutAStatusForTheBodyOfA200() throws Exception {
        serve("{\"a\":1}");

        HttpResponse<byte[]> response = get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(new String(response.body(), UTF_8)).isEqualTo("{\"a\":1}");
    }

    @Test
    void sendsTextUnlessTheFunctionSaysOtherwise() throws Exception {
        serve("{\"statusCode\":200,\"body\":\"å\"}");

        HttpResponse<byte[]> response = get("/");

        assertThat(response.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
        assertThat(new String(response.body(), UTF_8)).isEqualTo("å");
    }

    @Test
    void answersItselfWhereThereIsNoFunction() throws Exception {
        assertRefused(get("/"), 503, "Service Unavailable");
        serve(ECHO, "GET /a");
        assertRefused(get("/b"), 404, "Not Found");
    }

    @Test
    void refusesABodyOfMoreThanTenMegabytes() throws Exception {
        serve("{\"statusCode\":200}");

        assertThat(post(new byte[10 << 20]).statusCode()).isEqualTo(200);
        assertRefused(post(new byte[(10 << 20) + 1]), 413, "Request Entity Too Large");
    }

    @Test
    void refusesAMalformedEscape() throws Exception {
        serve(ECHO, "$default");

        try (Socket socket = new Socket("127.0.0.1", url("/").getPort())) {
            socket.getOutputStream()
                    .write("GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void hidesWhyAFunctionFailedFromTheCaller() throws Exception {
        serve(
                (in, out, context) -> {
                    throw new IOException("secret reason");
                },
                "$default");

        assertRefused(get("/"), 500, "Internal Server Error");
        assertThat(errors.take()).contains("Tested", "secret reason");
    }

    @Test
    void refusesWhatIsNotAResponse() throws Exception {
        serve("{\"statusCode\":\"many\"}");

        assertRefused(get("/"), 500, "Internal Server Error");
        assertThat(errors.take()).contains("Tested");
    }

    @Test
    void givesUpWhenTheFunctionHasHadItsTime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        serve(Functions.host(
                (in, out, context) -> await(never), Duration.ofMillis(50), OptionalInt.empty(), "$default"));

        assertRefused(get("/"), 500, "Internal Server Error");
        assertThat(errors.take()).contains("timed out");
    }

    @Test
    void waitsNoLongerThanApiGatewayWould() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (HttpApi impatient = new HttpApi(0, Duration.ofMillis(50), new RequestLog(line -> {}), errors::add)) {
            impatient.serve(List.of(Functions.host((in, out, context) -> await(never), "$default")));
            URI url = URI.create(impatient.url() + "/");
            assertRefused(
                    http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray()),
                    503,
                    "Service Unavailable");
        }
    }

    @Test
    void aFunctionThatMayTakeAsLongAsApiGatewayWaitsHasHadItsTime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Duration time = Duration.ofMillis(50);
        try (HttpApi impatient = new HttpApi(0, time, new RequestLog(line -> {}), errors::add)) {
            impatient.serve(
                    List.of(Functions.host((in, out, context) -> await(never), time, OptionalInt.empty(), "$default")));
            URI url = URI.create(impatient.url() + "/");
            assertRefused(
                    http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray()),
                    500,
                    "Internal Server Error");
        }
    }

    @Test
    void refusesMoreCallsAtOnceThanTheFunctionHasReserved() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        RequestStreamHandler slow = (in, out, context) -> {
            entered.countDown();
            await(leave);
            out.write("{}".getBytes(UTF_8));
        };
        serve(Functions.host(slow, Duration.ofMinutes(2), OptionalInt.of(1), "$default"));

        var first = http.sendAsync(HttpRequest.newBuilder(url("/")).build(), BodyHandlers.ofByteArray());
        entered.await();
        assertRefused(get("/"), 503, "Service Unavailable");
        leave.countDown();

        assertThat(first.get().statusCode()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void serve(String answer) {
        serve((in, out, context) -> out.write(answer.getBytes(UTF_8)), "$default");
    }

    private void serve(RequestStreamHandler handler, String route) {
        serve(Functions.host(handler, route));
    }

    private void serve(FunctionHost function) {
        api.serve(List.of(function));
    }

    private URI url(String path) {
        return URI.create(api.url() + path);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(url(path)).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url("/"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    /** The echoed event has no status, so it comes back as the body. */
    private Map<String, Object> event(HttpRequest.Builder request) throws Exception {
        return JSON.std.mapFrom(
                http.send(request.build(), BodyHandlers.ofByteArray()).body());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static void assertRefused(HttpResponse<byte[]> response, int status, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(new String(response.body(), UTF_8)).isEqualTo("{\"message\":\"" + message + "\"}");
    }
}
