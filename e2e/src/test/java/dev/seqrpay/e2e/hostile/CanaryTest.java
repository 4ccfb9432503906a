package dev.seqrpay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.gateway.Heard;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.simulator.core.Invoice;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every secret is one that can be told from everything else; after good and bad days none of them is anywhere. */
class CanaryTest {
    private static final String PASSWORD = "canary-password-of-seqr";
    private static final String EXPECTED = "canary-of-the-password-that-seqr-expects";
    private static final String MAC_KEY = "canary-of-the-mac-key-".repeat(2);
    private static final ApiKey.Text KEY =
            ApiKey.Text.issue("test", "shop", 1, "canary of the api key, 32 bytes.".getBytes());

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    /** All that somebody was answered. */
    private final List<String> answers = new ArrayList<>();
    /** What stands in SEQR's notification addresses, and in nothing else. */
    private final List<String> notificationTokens = new ArrayList<>();
    /** What only shop and shopper are given. */
    private final List<String> viewTokens = new ArrayList<>();

    /** Shown when they are made, and nowhere else. */
    private final List<String> webhookSecrets = new ArrayList<>();

    private LiveApi api;
    private RawHttp http;

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(printed, true));
        System.setErr(new PrintStream(printed, true));
    }

    @AfterEach
    void stop() {
        api.close();
        System.setOut(out);
        System.setErr(err);
    }

    /** @param expected the password that SEQR knows; ours is {@link #PASSWORD} */
    private void start(String expected) {
        SimulatorOptions standard = SimulatorOptions.standard();
        api = new LiveApi(standard.terminal(standard.terminalId(), expected), PASSWORD, MAC_KEY);
        http = new RawHttp(api.url());
        api.merchants().put(new Merchant("shop", "Shop", List.of("https://shop.example")));
        api.merchants().put(KEY.stored(EnumSet.allOf(Scope.class)));
    }

    @Test
    void no_secret_is_anywhere() throws Exception {
        start(PASSWORD);
        purchase("good", true);
        purchase("cancelled", false);
        leftToTheSweep();
        reserved();
        webhooks();
        link();
        badDays();
        badRequests();

        Places places = places();
        places.assertSays(
                "answers",
                "201 ",
                "\"PAID\"",
                "SEQR unavailable",
                "<svg",
                "\"refundedAmount\":{\"currency\":\"SEK\",\"value\":\"100.00\"}");
        places.assertSays("log", "\"event\":\"seqr\"", "\"event\":\"http\"", "\"cause\":\"SWEEP\"");
        places.assertSays("table", "META", "EV#", "OB#", "RF#", "WS#", "REF#", "ERS#", "MER#", "KEY#", "S=SWEEP");
        places.assertSays("queues", "WATCH pay_");
        places.assertSays("timeline page", "sendInvoice", "refundPayment");
        places.assertSays("timeline text", "sendInvoice", "refundPayment");
        places.assertSays("SEQR's journal", "sendInvoice", "getPaymentStatus");
        assertNoSecretIn(places);
    }

    @Test
    void no_secret_is_anywhere_when_seqr_does_not_take_ours() throws Exception {
        start(EXPECTED);
        send(GoodOrders.checkout(KEY.reveal(), "refused"));

        Places places = places();
        places.assertSays("answers", "503 ");
        places.assertSays("log", "\"operation\":\"sendInvoice\"", "\"code\":20");
        places.assertSays("timeline text", "sendInvoice");
        assertNoSecretIn(places);
        places.assertNowhere(EXPECTED);
    }

    private Places places() throws IOException {
        return new Places(api, answers, printed.toString());
    }

    private void assertNoSecretIn(Places places) {
        for (String secret : List.of(PASSWORD, MAC_KEY, KEY.secret())) places.assertNowhere(secret);
        notificationTokens.forEach(places::assertNowhere);
        viewTokens.forEach(places::assertOnlyInAnswers);
        webhookSecrets.forEach(places::assertOnlyInAnswers);
    }

    /** SEQR was not there when the shop cancelled. */
    private void leftToTheSweep() throws Exception {
        send(GoodOrders.checkout(KEY.reveal(), "stale"));
        String payment = latest().notificationUrl().split("/")[4];
        api.seqr().faults().arm(Fault.of(FaultKind.DOWN).times(0));
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /payments/" + payment + "/cancel", ""));
        api.seqr().faults().clear();
        api.stack().function("Sweep").invoke("{}".getBytes());
        send(GoodOrders.authorized(KEY.reveal(), "x", "GET /payments/" + payment, ""));
        assertThat(answers.get(answers.size() - 1)).contains("\"CANCELED\"");
    }

    /** SEQR's answer to the capture gets lost, and the next call finds out. */
    private void reserved() throws Exception {
        send(GoodOrders.reservingCheckout(KEY.reveal(), "reserved"));
        String reference = api.seqr().core().invoices().get(0).reference();
        String payment = latest().notificationUrl().split("/")[4];
        api.seqr().core().payer().scan(reference);
        api.seqr().core().payer().confirm(reference, "1234");
        String message = "{\"Records\":[{\"messageId\":\"1\",\"body\":\"WATCH " + payment + "\"}]}";
        api.stack().function("Watch").invoke(message.getBytes());
        send(GoodOrders.authorized(KEY.reveal(), "x", "GET /payments/" + payment, ""));
        assertThat(lastAnswer()).contains("\"RESERVED\"");
        api.seqr().faults().arm(Fault.of(FaultKind.LOST_ANSWER));
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /payments/" + payment + "/capture", ""));
        api.seqr().faults().clear();
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /payments/" + payment + "/capture", ""));
        assertThat(lastAnswer()).contains("\"PAID\"");
    }

    /** An endpoint that does not answer, a ping, a delivery, and a new secret. */
    private void webhooks() throws Exception {
        send(GoodOrders.authorized(
                KEY.reveal(),
                "x",
                "POST /webhooks",
                "{\"url\":\"http://127.0.0.1:1/hook?token=canary-of-the-receiver\"}"));
        String endpoint = lastAnswer().replaceFirst("(?s).*\"id\":\"(we_[^\"]*)\".*", "$1");
        webhookSecrets.add(secret());
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /webhooks/" + endpoint + "/ping", ""));
        String message = "{\"Records\":[{\"messageId\":\"1\",\"body\":\"" + endpoint + " 1\"}]}";
        api.stack().function("Deliver").invoke(message.getBytes());
        send(GoodOrders.authorized(KEY.reveal(), "x", "GET /webhooks/" + endpoint + "/deliveries", ""));
        assertThat(lastAnswer()).contains("\"tries\":1");
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /webhooks/" + endpoint + "/secret", ""));
        webhookSecrets.add(secret());
    }

    /** A link that is opened, and its code that is scanned. */
    private void link() throws Exception {
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /links", GoodOrders.reusableLink("link")));
        String path = field("url");
        String purchases = field("createPurchaseURL");
        viewTokens.add(path.split("/")[4]);
        viewTokens.add(purchases.split("/")[3]);
        send(RawHttp.request("GET " + path, ""));
        send(RawHttp.request("POST " + path, ""));
        assertThat(lastAnswer()).startsWith("303 ");
        send(RawHttp.request("POST " + purchases, "{\"purchaseToken\":\"" + path.split("/")[3] + "\"}"));
        assertThat(lastAnswer()).contains("invoiceReferenceId");
    }

    /** The path of an address in the last answer. */
    private String field(String name) {
        return lastAnswer().replaceFirst("(?s).*\"" + name + "\":\"https?://[^/]*([^\"]*)\".*", "$1");
    }

    private String secret() {
        return lastAnswer().replaceFirst("(?s).*\"secret\":\"whsec_([^\"]*)\".*", "$1");
    }

    private String lastAnswer() {
        return answers.get(answers.size() - 1);
    }

    private void badDays() throws IOException {
        for (FaultKind kind : new FaultKind[] {
            FaultKind.DOWN,
            FaultKind.LOST_ANSWER,
            FaultKind.HTML,
            FaultKind.SOAP_FAULT,
            FaultKind.TRUNCATED,
            FaultKind.HUGE
        }) {
            api.seqr().faults().arm(Fault.of(kind));
            send(GoodOrders.checkout(KEY.reveal(), "bad-" + kind));
            api.seqr().faults().clear();
        }
        for (int code : new int[] {20, 29, 49, 90}) {
            api.seqr().faults().arm(Fault.code(code));
            send(GoodOrders.checkout(KEY.reveal(), "bad-" + code));
        }
        // hostile: the answer quotes what it was sent
        api.seqr().faults().arm(Fault.replace("SUCCESS", PASSWORD));
        send(GoodOrders.checkout(KEY.reveal(), "quoted"));
    }

    private void badRequests() throws IOException {
        send(GoodOrders.checkout(KEY.reveal() + "0", "wrong key"));
        send(RawHttp.request("GET /payments/" + KEY.reveal() + "?key=" + KEY.reveal(), "", "X: " + PASSWORD));
        send(RawHttp.request("GET /nothing/" + KEY.reveal(), ""));
    }

    private Invoice latest() {
        return api.seqr().core().invoices().get(0).invoice();
    }

    private void purchase(String order, boolean paid) throws Exception {
        send(GoodOrders.checkout(KEY.reveal(), order));
        String reference = api.seqr().core().invoices().get(0).reference();
        String[] notification = latest().notificationUrl().split("/");
        String[] page = latest().backUrl().split("/");
        notificationTokens.add(notification[5]);
        viewTokens.add(page[5]);
        listen(page[4] + "." + page[5]);
        if (paid) {
            api.seqr().core().payer().scan(reference);
            api.seqr().core().payer().confirm(reference, "1234");
        }
        send(RawHttp.request("POST /notifications/" + page[4] + "/" + notification[5], "invoiceReference=1"));
        String pages = "/pay/" + page[4] + "/" + page[5];
        for (String path : List.of("", "/status", "/qr.svg", "/view", "/receipt"))
            send(RawHttp.request("GET " + pages + path, ""));
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /payments/" + page[4] + "/refunds", "{"));
        for (String amount : List.of("30.00", "70.00", "70.00"))
            send(GoodOrders.refund(KEY.reveal(), amount, page[4], amount));
        for (String path : List.of("", "/events", "/refunds"))
            send(GoodOrders.authorized(KEY.reveal(), "x", "GET /payments/" + page[4] + path, ""));
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /payments/" + page[4] + "/cancel", ""));
        send(GoodOrders.authorized(KEY.reveal(), "x", "GET /health", ""));
        send(GoodOrders.authorized(KEY.reveal(), "x", "POST /reconciliations", ""));
        send(GoodOrders.authorized(KEY.reveal(), "x", "GET /reconciliations/rec_1", ""));
    }

    /** A wrong message, and a right one. */
    private void listen(String viewId) throws Exception {
        Heard heard = new Heard();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(api.socket(viewId), heard)
                .join();
        for (String message : List.of(KEY.reveal(), viewId)) {
            socket.sendText(message, true).join();
            answers.add(heard.next());
        }
        socket.abort();
    }

    private void send(String request) throws IOException {
        RawHttp.Answer answer = http.send(request);
        answers.add(answer.status() + " " + answer.head() + answer.body());
    }
}
