package dev.seqrpay.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.stack.Data;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Pages of other sites are open in the same browser while {@code up} runs. None of what listens answers under a name that
 * such a site can have, and nothing but the payment API, whose callers have keys and tokens, answers a call from such a page.
 */
class ForeignPagesTest {
    private static final int HANGS_AFTER_MILLIS = 30_000;
    private static Runner runner;

    @BeforeAll
    static void start() {
        Project project = Project.find();
        runner = Runner.start(project, Data.inMemory(project), Optional.empty(), PortNumbers.FREE, System.err);
    }

    @AfterAll
    static void stop() {
        runner.close();
    }

    private static Map<String, URI> pages() {
        URI simulator = runner.simulator().orElseThrow().url();
        URI shop = URI.create(runner.shopUrl());
        Map<String, URI> pages = new LinkedHashMap<>();
        for (String path : new String[] {"/", "/phone", "/control", "/api/invoices", "/api/switches", "/api/log"})
            pages.put("simulator " + path, simulator.resolve(path));
        pages.put("SOAP", simulator.resolve("/extclientproxy/service/v2?wsdl"));
        pages.put("SOAP of cash registers", simulator.resolve("/soap/merchant/cashregister-2?wsdl"));
        for (String path : new String[] {"/", "/orders", "/timeline", "/timeline/data", "/static/shop.css"})
            pages.put("shop " + path, shop.resolve(path));
        return pages;
    }

    private static Map<String, URI> standIns() {
        Map<String, String> environment = runner.stack().environment("Checkout");
        Map<String, URI> standIns = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            // of the sockets' there is no more than one path
            if (name.startsWith("AWS_ENDPOINT_URL_") && !name.endsWith("APIGATEWAYMANAGEMENTAPI"))
                standIns.put(name, URI.create(value));
        });
        standIns.put("a socket", URI.create(runner.urls().sockets() + "/@connections/none"));
        assertThat(standIns).hasSizeGreaterThanOrEqualTo(4);
        return standIns;
    }

    @Test
    void nothing_answers_under_the_name_of_another_site() throws IOException {
        Map<String, URI> all = new LinkedHashMap<>(pages());
        all.putAll(standIns());
        all.put("API", URI.create(runner.apiUrl() + "/seqr.js"));
        for (Map.Entry<String, URI> each : all.entrySet())
            for (String name :
                    new String[] {"attacker.example", "127.0.0.1.attacker.example", "localhost.", "127.0.0.1@x"})
                assertThat(status("GET", each.getValue(), name, ""))
                        .as(each.getKey() + " as " + name)
                        .isIn(400, 403);
    }

    @Test
    void no_page_of_another_site_is_answered() throws IOException {
        Map<String, URI> all = new LinkedHashMap<>(pages());
        all.putAll(standIns());
        for (Map.Entry<String, URI> each : all.entrySet())
            for (String origin :
                    new String[] {"https://attacker.example", "null", "http://127.0.0.1:9", "http://localhost"})
                for (String method : new String[] {"GET", "POST", "PUT", "OPTIONS"})
                    assertThat(status(method, each.getValue(), host(each.getValue()), "Origin: " + origin + "\r\n"))
                            .as(method + " " + each.getKey() + " from " + origin)
                            .isEqualTo(403);
    }

    @Test
    void programs_and_own_pages_are_answered() throws IOException {
        for (Map.Entry<String, URI> each : pages().entrySet()) {
            URI page = each.getValue();
            String own = "Origin: http://" + host(page) + "\r\n";
            assertThat(status("GET", page, host(page), "")).as(each.getKey()).isEqualTo(200);
            assertThat(status("GET", page, host(page), own)).as(each.getKey()).isEqualTo(200);
            assertThat(status("GET", page, "localhost:" + page.getPort(), ""))
                    .as(each.getKey())
                    .isEqualTo(200);
        }
        for (Map.Entry<String, URI> each : standIns().entrySet())
            assertThat(status("POST", each.getValue(), host(each.getValue()), ""))
                    .as(each.getKey())
                    .isNotEqualTo(403);
    }

    /** A shop in a container calls the machine by a name of its own. */
    @Test
    void the_payment_api_answers_shops_and_the_pages_of_shops() throws IOException {
        URI script = URI.create(runner.apiUrl() + "/seqr.js");
        for (String name : new String[] {"127.0.0.1", "localhost", "[::1]", "host.docker.internal"})
            assertThat(status("GET", script, name + ":" + script.getPort(), "Origin: https://shop.example\r\n"))
                    .as(name)
                    .isEqualTo(200);
    }

    /** curl waits a second for this answer before it sends a large body after all. */
    @Test
    void a_client_that_asks_whether_to_go_on_is_told_at_once() throws IOException {
        for (URI each : new URI[] {
            URI.create(runner.apiUrl() + "/checkout"),
            runner.simulator().orElseThrow().soapUrl()
        })
            assertThat(status("POST", each, host(each), "Expect: 100-continue\r\nContent-Length: 2\r\n"))
                    .as(each.toString())
                    .isEqualTo(100);
    }

    private static String host(URI uri) {
        return uri.getRawAuthority();
    }

    private static int status(String method, URI uri, String host, String headers) throws IOException {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String length = headers.contains("Content-Length") || method.equals("GET") ? "" : "Content-Length: 0\r\n";
        try (Socket socket = new Socket("127.0.0.1", uri.getPort())) {
            socket.setSoTimeout(HANGS_AFTER_MILLIS);
            String request = method + " " + path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + " HTTP/1.1\r\nHost: " + host + "\r\n" + length + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
            return Integer.parseInt(line.split(" ")[1]);
        }
    }
}
