package dev.seqrpay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.loopback.Await;
import dev.seqrpay.simulator.core.ReportVariant;
import dev.seqrpay.simulator.core.Switches.AcknowledgedBy;
import dev.seqrpay.simulator.core.Switches.NotificationBody;
import dev.seqrpay.simulator.core.Switches.Refunds;
import dev.seqrpay.simulator.core.Variant;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control interface and the pages. */
class ControlTest {
    @AutoClose
    private final Simulator simulator = Simulator.start(SimulatorOptions.standard());

    private final Control control = new Control(simulator);
    private final RawSoap soap = new RawSoap(simulator.soapUrl());

    @Test
    void invoices_are_listed_newest_first() throws Exception {
        String first = soap.send();
        String second = soap.send();

        assertThat(control.get("/api/invoices").get("invoices"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("reference")
                .containsExactly(second, first);
    }

    @Test
    void a_hundred_invoices_are_listed_or_all() throws Exception {
        for (int i = 0; i <= 100; i++) soap.send();

        assertThat((List<?>) control.get("/api/invoices").get("invoices")).hasSize(100);
        assertThat((List<?>) control.get("/api/invoices/all").get("invoices")).hasSize(101);
    }

    @Test
    void an_invoice_is_scanned_and_paid() throws Exception {
        String reference = soap.send();

        Map<String, Object> scanned = control.post("/api/scan", Map.of("code", "seqr://SEQR.SE/R" + reference));
        assertThat(scanned)
                .containsEntry("beingPaid", true)
                .containsEntry("qrText", "HTTP://SEQR.SE/R" + reference)
                .containsEntry("link", "seqr://SEQR.SE/R" + reference)
                .containsEntry("shop", "Demo shop")
                .containsEntry("amount", Map.of("value", "10.00", "currency", "SEK"));

        assertThat(control.post("/api/invoices/" + reference + "/pay", Map.of("pin", "1234")))
                .containsEntry("status", "PAID")
                .containsEntry("acknowledged", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "walk-away"})
    void a_scanned_invoice_is_cancelled_or_left(String action) throws Exception {
        String reference = soap.send();
        control.post("/api/invoices/" + reference + "/scan", Map.of());

        assertThat(control.post("/api/invoices/" + reference + "/" + action, Map.of()))
                .containsEntry("status", action.equals("cancel") ? "CANCELED" : "ISSUED")
                .containsEntry("beingPaid", false);
    }

    @Test
    void what_the_phone_refuses_has_a_status_and_a_reason() throws Exception {
        String reference = soap.send();

        assertAnswer(404, "no such invoice", control.send("POST", "/api/invoices/1/scan", "{}"));
        assertAnswer(409, "Scan", control.send("POST", "/api/invoices/" + reference + "/pay", "{}"));
        assertAnswer(404, "action", control.send("POST", "/api/invoices/" + reference + "/eat", "{}"));
        assertAnswer(400, "", control.send("POST", "/api/scan", "{broken"));
    }

    @Test
    void switches_are_read_and_turned() {
        assertThat(control.get("/api/switches"))
                .containsEntry("acknowledgedBy", "QUERY")
                .containsEntry("reversalAfterMs", 20_000);

        control.send("PUT", "/api/switches", "{\"acknowledgedBy\": \"VERSION\", \"latencyMs\": \"5\"}");

        assertThat(simulator.core().switches().acknowledgedBy()).isEqualTo(AcknowledgedBy.VERSION);
        assertThat(simulator.core().switches().latency()).isEqualTo(Duration.ofMillis(5));
        assertAnswer(400, "QUERY, VERSION", control.send("PUT", "/api/switches", "{\"acknowledgedBy\": \"MOOD\"}"));
        assertAnswer(
                400, "CANCELED, FAILED or PAID", control.send("PUT", "/api/switches", "{\"reversedAs\": \"ISSUED\"}"));
        assertAnswer(400, "negative", control.send("PUT", "/api/switches", "{\"latencyMs\": -1}"));
    }

    @Test
    void each_point_on_which_the_documents_disagree_is_a_switch() {
        Map<String, Object> before = control.get("/api/switches");
        for (Class<? extends Variant> point : points()) {
            String name = point.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                    + point.getSimpleName().substring(1);
            assertThat(before).containsEntry(name, point.getEnumConstants()[0].toString());
            for (Variant word : point.getEnumConstants()) {
                control.send("PUT", "/api/switches", "{\"" + name + "\": \"" + word + "\"}");
                assertThat(simulator.core().switches().of(point)).isEqualTo(word);
            }
            assertAnswer(400, name, control.send("PUT", "/api/switches", "{\"" + name + "\": \"MOOD\"}"));
            assertThat(control.send("GET", "/control", "").body()).contains("<select name=\"" + name + "\">");
        }
        assertThat(Variant.class.getDeclaredClasses()).containsExactlyInAnyOrderElementsOf(Variant.ALL);
        assertThat(ReportVariant.class.getDeclaredClasses()).containsExactlyInAnyOrderElementsOf(ReportVariant.POINTS);
    }

    private static List<Class<? extends Variant>> points() {
        return Stream.concat(Variant.ALL.stream(), ReportVariant.POINTS.stream())
                .toList();
    }

    /** The first value is the one that the simulator begins with. */
    @Test
    void the_documents_table_has_each_switch_with_all_its_values() throws Exception {
        String table = Files.readString(Path.of("../docs/simulation.md"));
        control.get("/api/switches").forEach((name, begins) -> assertThat(table)
                .containsPattern("(?m)^\\| `" + name + "` \\| `?" + begins + "`?[ ,]"));
        for (Class<? extends Variant> point : points())
            assertThat(table).contains("| " + words(point.getEnumConstants()) + " |");
        assertThat(table)
                .contains("| " + words(AcknowledgedBy.values()) + " |")
                .contains("| " + words(NotificationBody.values()) + " |")
                .contains("| " + words(Refunds.values()) + " |");
    }

    private static String words(Object[] values) {
        return Stream.of(values).map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    @Test
    void faults_are_armed_listed_and_cleared() throws Exception {
        control.post("/api/faults", Map.of("kind", "BUSY", "operation", "sendInvoice", "times", 2));

        assertThat(soap.call("sendInvoice", "").body()).contains("<resultCode>93</resultCode>");
        assertThat(simulator.faults().list()).singleElement().satisfies(fault -> assertThat(fault.times())
                .isEqualTo(1));
        assertAnswer(400, "needs a code", control.send("POST", "/api/faults", "{\"kind\": \"CODE\"}"));
        assertAnswer(400, "LOST_ANSWER", control.send("POST", "/api/faults", "{\"kind\": \"RAIN\"}"));

        control.send("DELETE", "/api/faults", "");
        assertThat(control.get("/api/faults")).containsEntry("faults", List.of());
    }

    @Test
    void a_reversal_shows_as_an_sms_and_in_the_log() throws Exception {
        simulator.core().switches().reversalAfter(Duration.ofMillis(50));
        String reference = soap.send();
        new Phone(simulator.url()).pay(reference, "1234");

        Await.until(() -> control.get("/api/log").toString().contains("was reversed"));

        assertThat(control.get("/api/invoices/" + reference).get("sms").toString())
                .contains("10.00 SEK");
    }

    @Test
    void passwords_are_nowhere_to_be_read() throws Exception {
        // four digits would be found in a time, once in a few hundred runs
        String canary = "no-time-has-this-in-it";
        SimulatorOptions options =
                SimulatorOptions.standard().terminal("till", canary).reseller("reseller", canary);
        try (Simulator other = Simulator.start(options)) {
            String context = RawSoap.CONTEXT
                    .replace("87e791f9e24148a6892c52aa85bb0331", "till")
                    .replace("1234", canary);
            String sent = new RawSoap(other.soapUrl())
                    .call("sendInvoice", context + RawSoap.INVOICE)
                    .body();
            assertThat(RawSoap.text(sent, "resultCode")).isEqualTo("0");

            Control control = new Control(other);
            assertThat(control.get("/api/about").toString() + control.get("/api/log"))
                    .contains("till", "sendInvoice")
                    .doesNotContain(canary);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/phone",
                "/control",
                "/assets/style.css",
                "/assets/dom.js",
                "/assets/index.js",
                "/assets/phone.js",
                "/assets/control.js",
                "/favicon.ico"
            })
    void each_page_is_there_and_asks_no_other_server(String path) {
        HttpResponse<String> page = control.send("GET", path, "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(page.body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("https://", "http://");
    }

    @Test
    void nothing_else_is_served() {
        assertThat(control.send("GET", "/assets/../Simulator.class", "").statusCode())
                .isEqualTo(404);
        assertThat(control.send("GET", "/nothing", "").statusCode()).isEqualTo(404);
    }

    private static void assertAnswer(int status, String words, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"error\"").contains(words);
    }
}
