package dev.seqrpay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.e2e.hostile.HostileRequests.Hostile;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.simulator.SimulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The live API is sent requests that no client should send. It refuses each, and leaves nothing behind, no line on stderr. */
@Isolated
class HostileHttpTest {
    private static final ApiKey.Text KEY = ApiKey.Text.issue("test", "shop", 1, new byte[32]);

    private static LiveApi api;
    private static RawHttp http;
    private static String payment;
    private static String viewToken;
    private static String notificationToken;

    @BeforeAll
    static void start() throws IOException {
        api = new LiveApi(SimulatorOptions.standard(), "m".repeat(43));
        http = new RawHttp(api.url());
        api.merchants().put(new Merchant("shop", "Shop", List.of("https://shop.example")));
        api.merchants().put(KEY.stored(EnumSet.allOf(Scope.class)));
        assertThat(http.send(GoodOrders.checkout(KEY.reveal(), "good")).status())
                .isEqualTo(201);
        var invoice = api.seqr().core().invoices().get(0).invoice();
        String[] notification = invoice.notificationUrl().split("/");
        payment = notification[4];
        notificationToken = notification[5];
        viewToken = invoice.backUrl().split("/")[5];
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void is_refused_and_leaves_nothing() throws IOException {
        List<Hostile> requests = HostileRequests.all(KEY.reveal(), payment, viewToken);
        assertThat(requests).hasSizeGreaterThan(250);
        for (Hostile request : requests) send(request);
        List<Map<String, AttributeValue>> before = items();
        int calls = api.seqr().journal().newestFirst().size();
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true));
        try {
            SoftAssertions each = new SoftAssertions();
            for (Hostile request : requests) refused(request, each);
            each.assertAll();
        } finally {
            System.setErr(err);
        }
        assertThat(items()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(api.seqr().journal().newestFirst()).hasSize(calls).hasSize(1);
        assertThat(api.errors()).isEmpty();
        assertThat(api.log()).noneMatch(line -> line.contains("\"event\":\"error\""));
        assertThat(printed.toString()).isEmpty();
    }

    /** All but the counter of the key's uses, which counts these too. */
    private static List<Map<String, AttributeValue>> items() {
        return api.items().stream()
                .filter(item -> !item.get("pk").s().startsWith("USE#"))
                .toList();
    }

    private static void refused(Hostile request, SoftAssertions each) throws IOException {
        RawHttp.Answer answer = send(request);
        each.assertThat(request.isRefusedBy(answer))
                .as("%s: %s", request, answer)
                .isTrue();
    }

    /** The server may hang up on what is not HTTP without a word, which is a refusal. */
    private static RawHttp.Answer send(Hostile request) throws IOException {
        try {
            return http.send(request.request());
        } catch (SocketException | RawHttp.NoAnswer hungUp) {
            return new RawHttp.Answer(request.status() == 0 ? 400 : 0, "", "");
        }
    }

    @Test
    void a_payment_has_a_hundred_sockets_and_no_more() {
        HttpClient browser = HttpClient.newHttpClient();
        List<WebSocket> open = new ArrayList<>();
        for (int socket = 0; socket < 100; socket++) open.add(socket(browser));

        assertThatThrownBy(() -> socket(browser))
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(429));
        assertThat(api.items())
                .filteredOn(item -> item.get("sk").s().startsWith("WS#"))
                .hasSize(100);
        open.forEach(WebSocket::abort);
    }

    private static WebSocket socket(HttpClient browser) {
        return browser.newWebSocketBuilder()
                .buildAsync(api.socket(payment + "." + viewToken), new WebSocket.Listener() {})
                .join();
    }

    @Test
    void a_forged_notification_costs_no_read_no_write_and_no_call() throws IOException {
        int tableCalls = api.tableCalls();
        int seqrCalls = api.seqr().journal().newestFirst().size();
        for (String token : new String[] {viewToken, "a".repeat(26), notificationToken + "a", "%00"})
            for (String method : new String[] {"GET", "POST"})
                assertThat(http.send(RawHttp.request(
                                        method + " /notifications/" + payment + "/" + token, "invoiceReference=1"))
                                .status())
                        .isEqualTo(404);
        assertThat(api.tableCalls()).isEqualTo(tableCalls);
        assertThat(api.seqr().journal().newestFirst()).hasSize(seqrCalls);
    }
}
