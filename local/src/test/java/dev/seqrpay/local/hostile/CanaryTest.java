package dev.seqrpay.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.simulator.Fault;
import dev.seqrpay.local.simulator.FaultKind;
import dev.seqrpay.local.simulator.SimulatorOptions;
import dev.seqrpay.local.timeline.Timeline;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every secret is one that can be told from everything else; after good and bad days none of them is anywhere. */
class CanaryTest {
    private static final String PASSWORD = "canary-password-of-seqr";
    private static final String MAC_KEY = "canary-of-the-mac-key-".repeat(2);
    private static final ApiKey.Text KEY =
            ApiKey.Text.issue("test", "shop", 1, "canary of the api key, 32 bytes.".getBytes());

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final List<String> answers = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private LiveApi api;
    private RawHttp http;

    @BeforeEach
    void start() {
        System.setOut(new PrintStream(printed, true));
        System.setErr(new PrintStream(printed, true));
        SimulatorOptions standard = SimulatorOptions.standard();
        api = new LiveApi(standard.terminal(standard.terminalId(), PASSWORD), MAC_KEY);
        http = new RawHttp(api.url());
        api.merchants().put(new Merchant("shop", "Shop", List.of("https://shop.example")));
        api.merchants().put(KEY.stored(EnumSet.allOf(Scope.class)));
    }

    @AfterEach
    void stop() {
        api.close();
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void no_secret_is_anywhere() throws Exception {
        purchase("good", true);
        purchase("cancelled", false);
        for (FaultKind kind : new FaultKind[] {
            FaultKind.DOWN,
            FaultKind.LOST_ANSWER,
            FaultKind.HTML,
            FaultKind.SOAP_FAULT,
            FaultKind.TRUNCATED,
            FaultKind.HUGE
        }) {
            api.seqr().faults().arm(Fault.of(kind));
            send(Orders.checkout(KEY.reveal(), "bad-" + kind));
            api.seqr().faults().clear();
        }
        for (int code : new int[] {20, 29, 49, 90}) {
            api.seqr().faults().arm(Fault.code(code));
            send(Orders.checkout(KEY.reveal(), "bad-" + code));
        }
        // hostile: the answer quotes what it was sent
        api.seqr().faults().arm(Fault.replace("SUCCESS", PASSWORD));
        send(Orders.checkout(KEY.reveal(), "quoted"));
        api.stack().function("Sweep").invoke("{}".getBytes());
        send(Orders.checkout(KEY.reveal() + "0", "wrong key"));
        send(RawHttp.request("GET /payments/" + KEY.reveal() + "?key=" + KEY.reveal(), "", "X: " + PASSWORD));
        send(RawHttp.request("GET /nothing/" + KEY.reveal(), ""));

        List<String> everywhere = everywhere();
        for (String seen : List.of("PAID", "\"event\":\"seqr\"", "SEQR unavailable", "PAY#"))
            assertThat(everywhere).anyMatch(line -> line.contains(seen));
        secrets.addAll(List.of(PASSWORD, MAC_KEY, KEY.secret()));
        for (String secret : secrets)
            assertThat(everywhere).filteredOn(line -> line.contains(secret)).isEmpty();
    }

    private void purchase(String order, boolean paid) throws IOException {
        String checkout = http.send(Orders.checkout(KEY.reveal(), order)).body();
        var view = api.seqr().core().invoices().get(0);
        String[] notification = view.invoice().notificationUrl().split("/");
        String[] page = view.invoice().backUrl().split("/");
        assertThat(checkout).contains(page[5]).doesNotContain(notification[5]);
        if (paid) {
            api.seqr().core().payer().scan(view.reference());
            api.seqr().core().payer().confirm(view.reference(), "1234");
        }
        send(RawHttp.request("POST /notifications/" + page[4] + "/" + notification[5], "invoiceReference=1"));
        String pages = "/pay/" + page[4] + "/" + page[5];
        for (String path : List.of("/status", "/qr.svg")) send(RawHttp.request("GET " + pages + path, ""));
        for (String path : List.of("", "/receipt"))
            assertThat(http.send(RawHttp.request("GET " + pages + path, "")).body())
                    .doesNotContain(notification[5], PASSWORD, MAC_KEY, KEY.secret());
        send(Orders.authorized(KEY.reveal(), "x", "POST /payments/" + page[4] + "/refunds", "{"));
        for (String amount : List.of("30.00", "70.00", "70.00"))
            send(Orders.refund(KEY.reveal(), amount, page[4], amount));
        for (String path : List.of("/events", "/refunds"))
            send(Orders.authorized(KEY.reveal(), "x", "GET /payments/" + page[4] + path, ""));
        // their answer is the payment, with the addresses of its pages
        http.send(Orders.authorized(KEY.reveal(), "x", "POST /payments/" + page[4] + "/cancel", ""));
        secrets.addAll(List.of(notification[5], page[5]));
    }

    private void send(String request) throws IOException {
        RawHttp.Answer answer = http.send(request);
        // of a checkout that succeeds, and only there, the address of the page is the answer
        if (answer.status() != 201 || answer.body().contains("\"amount\"")) answers.add(answer.head() + answer.body());
    }

    /** Logs, table, answers, SEQR's journal, the timeline, and what was printed. */
    private List<String> everywhere() {
        List<String> everywhere = new ArrayList<>(answers);
        everywhere.addAll(api.log());
        everywhere.addAll(api.errors());
        api.items().forEach(item -> everywhere.add(item.toString()));
        api.seqr().journal().newestFirst().forEach(entry -> everywhere.add(entry.toString()));
        Timeline timeline = new Timeline();
        api.log().forEach(line -> timeline.log("Checkout", line));
        api.log().stream()
                .filter(line -> line.contains("\"payment\":\""))
                .map(line -> line.replaceAll(".*\"payment\":\"([^\"]*)\".*", "$1"))
                .distinct()
                .forEach(payment -> everywhere.add(timeline.toText(payment)));
        everywhere.add(printed.toString());
        return everywhere;
    }
}
