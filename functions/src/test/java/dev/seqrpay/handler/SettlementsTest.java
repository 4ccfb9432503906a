package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.reconciliation.CsvReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** The payment of the events, 547.00, is paid at noon on 22 November, told to its shop, and asked for by its bookkeeper. */
class SettlementsTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void a_payment_that_its_shop_has_heard_of() {
        counter.hasReseller = true;
        counter.issue();
        counter.capture();
        counter.wiring.publisher().publish(Counter.ID);
        counter.money.put("ers-1", Counter.ID);
        counter.pass(Duration.ofMinutes(10));
    }

    private static EventFile asking(String day, Map<String, String> query) {
        return EventFile.of("settlements")
                .with("pathParameters", Map.of("day", day))
                .with("queryStringParameters", query);
    }

    private Map<String, Object> raw(String day, Map<String, String> query) {
        return JSON.std.mapFrom(counter.call(ReconcileHandler::new, asking(day, query), null));
    }

    private byte[] file(String day, Map<String, String> query) {
        Map<String, Object> answer = raw(day, query);
        assertThat(answer).containsEntry("statusCode", 200);
        return Base64.getDecoder().decode((String) answer.get("body"));
    }

    private Answer refused(String day, Map<String, String> query) {
        return counter.call(ReconcileHandler::new, asking(day, query));
    }

    private List<String> voucher(Map<String, String> query) {
        return new String(file("2026-11-22", query), Charset.forName("IBM437"))
                .lines()
                .toList();
    }

    @Test
    void the_list_has_the_days_payment() {
        String csv = new String(file("2026-11-22", Map.of()), StandardCharsets.UTF_8);

        assertThat(CsvReader.rows(csv)).hasSize(2);
        assertThat(CsvReader.rows(csv).get(1)).startsWith("payment").contains(Counter.ID, "ers-1", "547.00", "SEK");
    }

    @Test
    void another_day_has_none() {
        assertThat(CsvReader.rows(new String(file("2026-11-21", Map.of("format", "csv")), StandardCharsets.UTF_8)))
                .hasSize(1);
        assertThat(refused("2026-11-21", Map.of("format", "sie")).status()).isEqualTo(404);
    }

    @Test
    void the_voucher_books_what_we_say_while_there_is_no_report() {
        assertThat(raw("2026-11-22", Map.of("format", "sie")).get("headers").toString())
                .contains("filename=\"2026-11-22-SEK.si\"");
        assertThat(voucher(Map.of("format", "sie")))
                .contains("#SIETYP 4", "#VALUTA SEK")
                .anySatisfy(line -> assertThat(line).startsWith("   #TRANS 1580 {} 547.00 20261122"))
                .noneMatch(line -> line.contains("#TRANS 2999"));
    }

    /** SEQR has five crowns less than we: it owes those less, and somebody has to find out. */
    @Test
    void the_voucher_books_what_the_days_report_owes_and_the_difference() {
        counter.report = () -> "<Row><SalesAmount>542.00</SalesAmount><ErsReference>ers-1</ErsReference></Row>";
        assertThat(counter.call(ReconcileHandler::new, "reconcile").json()).containsEntry("differenceCount", 1);

        assertThat(voucher(Map.of("format", "sie")))
                .anySatisfy(line -> assertThat(line).startsWith("   #TRANS 1580 {} 542.00 20261122"))
                .anySatisfy(line -> assertThat(line).startsWith("   #TRANS 2999 {} 5.00 20261122"));
    }

    @Test
    void a_shop_has_accounts_of_its_own() {
        assertThat(voucher(Map.of("format", "sie", "currency", "SEK", "accounts", "clearing:1510")))
                .anySatisfy(line -> assertThat(line).startsWith("   #TRANS 1510 {} 547.00 20261122"));
    }

    @ParameterizedTest
    @CsvSource({
        "format, xml",
        "currency, KRONA",
        "currency, EUR",
        "accounts, sales.25",
        "accounts, 'sales.25:x'",
        "accounts, 'clearing:1510,clearing:1511'",
        "accounts, 'bank:1930'",
        "day, 1"
    })
    void what_is_wrong_is_named(String name, String value) {
        Map<String, String> query = new HashMap<>(Map.of("format", "sie"));
        query.put(name, value);

        Answer answer = refused("2026-11-22", query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").toString()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-02-30", "2026-1-1", "20261122", "1999-01-01"})
    void what_is_no_day_is_not_found(String day) {
        assertThat(refused(day, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void what_is_not_kept_any_more_is_gone() {
        counter.pass(Duration.ofDays(28));
        assertThat(CsvReader.rows(new String(file("2026-11-22", Map.of()), StandardCharsets.UTF_8)))
                .hasSize(2);

        counter.pass(Duration.ofDays(2));
        assertThat(refused("2026-11-22", Map.of()).status()).isEqualTo(410);
    }
}
