package dev.seqrpay.handler;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.http.CheckoutBody;
import dev.seqrpay.http.CheckoutBodyTest;
import dev.seqrpay.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

/** Every way in which a checkout can be wrong, at every place: a 400 that names the field and says why. */
public class BadOrderTest {
    private static final String MONEY = "must be a decimal such as \"149.00\": up to 12 digits,"
            + " at most two decimal places and zeros behind them, no sign, no exponent";
    private static final String SIGNED = "must be a decimal such as \"149.00\" or, for a discount, \"-20.00\": up to"
            + " 12 digits, at most two decimal places and zeros behind them, no exponent";
    private static final String DECIMAL = "must be a decimal such as \"1\" or \"2.5\": up to 9 digits,"
            + " at most three decimal places and zeros behind them, no sign, no exponent";
    private static final String CURRENCY =
            "must be an ISO 4217 currency that is in use and has two decimal places, such as \"SEK\"";
    private static final String CONTROL = "must not have control characters";
    private static final String DAMAGED =
            "was damaged before it came here: it has U+FFFD or another character that stands for none";
    private static final String INVISIBLE = "must have a character that can be seen";
    private static final String BIDI = "must not have bidirectional override characters";
    private static final String NO_URL = "must be an absolute http or https URL";
    private static final String USER = "must not name a user: what stands before @ is none of the host";
    private static final String HOST =
            "must have a host of letters, digits, hyphens and dots (a name in other letters as xn--…), and"
                    + " a port that is a number";
    private static final String PERCENT =
            "must not have a % that is not followed by two hexadecimal digits (a plain one is %25)";
    private static final String NOT_OURS = "must be on an origin that is registered for the shop";

    private static final Map<String, Integer> TEXTS = Map.ofEntries(
            Map.entry("orderId", 64),
            Map.entry("title", 100),
            Map.entry("cashierId", 64),
            Map.entry("footer", 500),
            Map.entry("backURL", 2048),
            Map.entry("renewURL", 2048),
            Map.entry("returnURL", 2048),
            Map.entry("cancelURL", 2048),
            Map.entry("invoiceRows[0].itemDescription", 255),
            Map.entry("invoiceRows[0].itemUnit", 32),
            Map.entry("invoiceRows[0].itemSKU", 64),
            Map.entry("invoiceRows[0].itemEAN", 64));
    private static final List<String> AMOUNTS = List.of(
            "totalAmount",
            "invoiceRows[0].itemTotalAmount",
            "invoiceRows[0].itemUnitPrice",
            "invoiceRows[0].itemDiscount");
    private static final Set<String> SIGNS = Set.of("invoiceRows[0].itemTotalAmount", "invoiceRows[0].itemUnitPrice");
    private static final List<String> DECIMALS = List.of("invoiceRows[0].itemQuantity", "invoiceRows[0].itemTaxRate");
    /** No number for anybody; what one reader takes for a thousand is one for the next. */
    private static final List<String> NUMBERS = List.of(
            " 5",
            "5 ",
            "--1",
            "- 1",
            "1-",
            "(1)",
            "\u22121",
            "+1",
            ".5",
            "5.",
            "1,00",
            "1 000",
            "1.000.00",
            "1e3",
            "1E3",
            "0x10",
            "NaN",
            "Infinity",
            "١٢",
            "１２",
            "½",
            "1_000",
            "149.00 SEK",
            "1\\u0000",
            "1\\n");

    private static String odd(String character, String written) {
        return "must not have the character " + character + " as it is: write it as " + written;
    }

    static Stream<Arguments> texts() {
        return TEXTS.entrySet().stream()
                .flatMap(each -> Stream.of(
                        bad(each.getKey(), "1", "must be a string"),
                        bad(each.getKey(), "true", "must be a string"),
                        bad(each.getKey(), "{}", "must be a string"),
                        bad(each.getKey(), "[\"a\"]", "must be a string"),
                        bad(each.getKey(), "\"a\\u0000\"", CONTROL),
                        bad(each.getKey(), "\"a\\u001b[31m\"", CONTROL),
                        bad(each.getKey(), "\"a\\u0085b\"", CONTROL),
                        bad(each.getKey(), "\"\u00e2\\u0080\\u0099s\"", CONTROL),
                        bad(each.getKey(), "\"a\\u007f\"", CONTROL),
                        bad(each.getKey(), "\"a\\ud800\"", DAMAGED),
                        bad(each.getKey(), "\"\\udc00\\ud800\"", DAMAGED),
                        bad(each.getKey(), "\"a\\uffff\"", DAMAGED),
                        bad(each.getKey(), "\"Kr\ufffdftor\"", DAMAGED),
                        bad(each.getKey(), "\"\\u200b\"", INVISIBLE),
                        bad(each.getKey(), "\"\\u200b \\u2060\\u00ad\\ufe0f\"", INVISIBLE),
                        bad(each.getKey(), "\"\\u3164\"", INVISIBLE),
                        bad(each.getKey(), "\"\\u2800\"", INVISIBLE),
                        bad(each.getKey(), "\"\\udb40\\udc41\"", INVISIBLE),
                        bad(each.getKey(), "\"a\u202Eb\"", BIDI),
                        bad(each.getKey(), "\"a\\u202eb\"", BIDI),
                        bad(each.getKey(), "\"a\\u2066b\"", BIDI),
                        bad(
                                each.getKey(),
                                '"' + "🦞".repeat(each.getValue() + 1) + '"',
                                "must have at most " + each.getValue() + " characters")));
    }

    static Stream<Arguments> amounts() {
        return AMOUNTS.stream()
                .flatMap(amount -> concat(
                        Stream.concat(
                                        NUMBERS.stream(),
                                        Stream.of(
                                                "0.001",
                                                "149.0001",
                                                "149.00" + "0".repeat(21),
                                                "1000000000000",
                                                "92233720368547758.08"))
                                .map(number -> bad(
                                        amount + ".value",
                                        '"' + number + '"',
                                        SIGNS.contains(amount) ? SIGNED : MONEY)),
                        Stream.of(
                                bad(amount, "\"149.00\"", "must be an object"),
                                bad(amount, "149", "must be an object"),
                                bad(amount, "{\"value\": \"149.00\"}", amount + ".currency", "is missing"),
                                bad(amount, "{\"currency\": \"SEK\"}", amount + ".value", "is missing"),
                                bad(amount + ".value", "null", "is missing"),
                                bad(amount + ".value", "\"\"", "must not be blank"),
                                bad(amount + ".currency", "\" \"", "must not be blank"),
                                bad(amount + ".value", "149", "must be a decimal in a string, such as \"149.00\""),
                                bad(amount + ".value", "149.5", "must be a decimal in a string, such as \"149.00\""),
                                bad(amount + ".tax", "\"1\"", "is not a field of this request"),
                                bad(amount + ".currency", "752", "must be a string")),
                        Stream.of(
                                        "sek",
                                        "SE",
                                        "SEKK",
                                        "XXX",
                                        "JPY",
                                        "KWD",
                                        "BTC",
                                        "DEM",
                                        "HRK",
                                        "BGN",
                                        "ANG",
                                        "SLL",
                                        "CHE",
                                        "ЅEK",
                                        "SEK\\u0000")
                                .map(code -> bad(amount + ".currency", '"' + code + '"', CURRENCY))));
    }

    static Stream<Arguments> otherCurrencies() {
        return AMOUNTS.stream()
                .skip(1)
                .map(amount -> bad(amount + ".currency", "\"EUR\"", "must be that of totalAmount"));
    }

    static Stream<Arguments> decimals() {
        return concat(
                DECIMALS.stream()
                        .flatMap(field -> concat(
                                NUMBERS.stream().map(number -> bad(field, '"' + number + '"', DECIMAL)),
                                Stream.of(
                                        bad(field, "1", "must be a decimal in a string, such as \"1\" or \"2.5\""),
                                        bad(field, "\"-1\"", DECIMAL),
                                        bad(field, "\"1.0001\"", DECIMAL),
                                        bad(field, "\"1." + "0".repeat(24) + "\"", DECIMAL),
                                        bad(field, "\"1000000000\"", DECIMAL)))),
                Stream.of("0", "0.5", "0.999")
                        .map(few -> bad("invoiceRows[0].itemQuantity", '"' + few + '"', "must be at least 1")),
                Stream.of(bad("invoiceRows[0].itemTaxRate", "\"100.001\"", "is a percentage up to 100")));
    }

    static Stream<Arguments> sums() {
        String row = "{\"itemQuantity\": \"1\", \"itemTotalAmount\": {\"currency\": \"SEK\", \"value\": \"%s\"}}";
        String most = String.format(row, "999999999999.99");
        return Stream.of(
                bad("totalAmount.value", "\"-149.00\"", MONEY),
                bad("invoiceRows[0].itemDiscount.value", "\"-20.00\"", MONEY),
                bad(
                        "invoiceRows[0].itemTotalAmount.value",
                        "\"-149.00\"",
                        "totalAmount.value",
                        "is 149.00 SEK but the rows sum to -149.00 SEK"),
                bad("totalAmount.value", "\"0\"", "must be more than zero"),
                bad("totalAmount.value", "\"0.00\"", "must be more than zero"),
                bad("totalAmount.value", "\"149.01\"", "is 149.01 SEK but the rows sum to 149.00 SEK"),
                bad(
                        "invoiceRows[0].itemTotalAmount.value",
                        "\"1.49\"",
                        "totalAmount.value",
                        "is 149.00 SEK but the rows sum to 1.49 SEK"),
                bad(
                        "invoiceRows",
                        "[" + most + ("," + most).repeat(199) + "]",
                        "totalAmount.value",
                        "is 149.00 SEK but the rows sum to 199999999999998.00 SEK"));
    }

    static Stream<Arguments> rows() {
        String row = "{\"itemQuantity\": \"1\", \"itemTotalAmount\": {\"currency\": \"SEK\", \"value\": \"1\"}}";
        return Stream.of(
                bad("invoiceRows", "null", "is missing"),
                bad("invoiceRows", "{}", "must be a list"),
                bad("invoiceRows", "\"\"", "must not be blank"),
                bad("invoiceRows", "[]", "must have 1 to 200 entries"),
                bad("invoiceRows", "[" + row + ("," + row).repeat(200) + "]", "must have 1 to 200 entries"),
                bad("invoiceRows", "[null]", "invoiceRows[0]", "must be an object"),
                bad("invoiceRows", "[[]]", "invoiceRows[0]", "must be an object"),
                bad("invoiceRows", "[" + row + ",1]", "invoiceRows[1]", "must be an object"),
                bad("invoiceRows[0].itemQuantity", "null", "is missing"),
                bad("invoiceRows[0].itemTotalAmount", "null", "is missing"),
                bad("invoiceRows[0].price", "\"1\"", "is not a field of this request"),
                bad("openPayment", "\"replaced\"", "must be one of alongside, refuse, replace"),
                bad("openPayment", "\"REPLACE\"", "must be one of alongside, refuse, replace"),
                bad("openPayment", "true", "must be a string"),
                bad("orderId", "null", "is missing"),
                bad("orderId", "\"\"", "must not be blank"),
                bad("orderId", "\" \\t\\u00a0\\ufeff\"", "must not be blank"),
                bad("totalAmount", "\"\"", "must not be blank"),
                bad("invoiceRows[0].itemQuantity", "\"\"", "must not be blank"),
                bad("invoiceRows[0].itemTotalAmount", "\"\"", "must not be blank"),
                bad("totalAmount", "null", "is missing"),
                bad(
                        "acknowledgmentMode",
                        "\"ALWAYS\"",
                        "must be one of NO_ACKNOWLEDGMENT, OPTIONAL_ACKNOWLEDGMENT, REQUIRE_ACKNOWLEDGMENT"),
                bad(
                        "paymentMode",
                        "\"RESERVATION\"",
                        "must be one of IMMEDIATE_DEBIT, RESERVATION_DESIRED, RESERVATION_REQUIRED,"
                                + " RESERVATION_REQUIRED_PRELIMINARY_AMOUNT"),
                bad("paymentMode", "1", "must be a string"),
                bad("commitReservationTimeout", "60", "can be said only with a paymentMode that reserves"),
                bad("commitReservationTimeout", "59", "must be a whole number from 60 to 604800"),
                bad("commitReservationTimeout", "604801", "must be a whole number from 60 to 604800"),
                bad("commitReservationTimeout", "\"a day\"", "must be a whole number from 60 to 604800"),
                bad("notificationUrl", "\"https://evil.example\"", "is not a field of this request"),
                bad("k".repeat(1000), "1", "k".repeat(40), "is not a field of this request"));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                        "today",
                        "2026-01-31",
                        "2026-01-31T12:00:00",
                        "2026-13-01T12:00:00Z",
                        "2026-02-30T12:00:00Z",
                        "1999-12-31T23:59:59Z",
                        "+999999999-01-01T00:00:00Z",
                        "-2026-01-31T12:00:00Z",
                        "٢٠٢٦-01-31T12:00:00Z",
                        "1769860800")
                .flatMap(time -> Stream.of("issueDate", "expiresAt")
                        .map(field -> bad(
                                field,
                                '"' + time + '"',
                                "must be a time of this century with its zone, such as 2026-01-31T12:00:00Z")));
    }

    static Stream<Arguments> metadata() {
        String name = "must have names of 1 to 40 visible ASCII characters";
        String full = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> "\"k" + i + "\": \"v\"")
                .collect(joining(", ", "{", "}"));
        return Stream.of(
                bad("metadata", "\"cart\"", "must be an object of strings"),
                bad("metadata", "[\"cart\"]", "must be an object of strings"),
                bad("metadata", full, "must have at most 20 entries"),
                bad("metadata", "{\"\": \"v\"}", name),
                bad("metadata", "{\"a b\": \"v\"}", name),
                bad("metadata", "{\"kund\u00e5\": \"v\"}", name),
                bad("metadata", "{\"" + "k".repeat(41) + "\": \"v\"}", name),
                bad("metadata.cart", "17", "must be a string"),
                bad("metadata.cart", "{}", "must be a string"),
                bad("metadata.cart", "\"a\\u0000\"", CONTROL),
                bad("metadata.cart", "\"a\\u0085\"", CONTROL),
                bad("metadata.cart", "\"a\\ud800\"", DAMAGED),
                bad("metadata.cart", "\"\ufffd\"", DAMAGED),
                bad("metadata.cart", '"' + "\ud83e\udd9e".repeat(501) + '"', "must have at most 500 characters"));
    }

    static Stream<Arguments> shopsPages() {
        return Stream.of("backURL", "renewURL", "returnURL", "cancelURL").flatMap(BadOrderTest::shopsPages);
    }

    private static Stream<Arguments> shopsPages(String field) {
        BiFunction<String, String, Arguments> url = (text, reason) -> bad(field, '"' + text + '"', reason);
        return concat(
                Stream.of(
                                "javascript:alert(1)",
                                "data:text/html,hi",
                                "ftp://shop.example/",
                                "seqr://shop.example/",
                                "file:///etc/passwd",
                                "/orders/1",
                                "orders/1",
                                "//shop.example/orders/1",
                                "https:/shop.example",
                                "https:shop.example",
                                "https://",
                                "https:///shop.example",
                                "shop.example")
                        .map(text -> url.apply(text, NO_URL)),
                Stream.of(
                                "https://shop.example@evil.example",
                                "https://shop.example:443@evil.example",
                                "https://user@shop.example/",
                                "https://@shop.example/")
                        .map(text -> url.apply(text, USER)),
                Stream.of(
                                "https://shоp.example/",
                                "https://kräftor.example/",
                                "https://shop.example:port/",
                                "https://my_shop.example/")
                        .map(text -> url.apply(text, HOST)),
                Stream.of(
                        url.apply("https://shop.example/?q=a|b", odd("|", "%7C")),
                        url.apply("https://shop.example/?q={order}", odd("{", "%7B")),
                        url.apply("https://shop.example/?id[]=1#a^b", odd("^", "%5E")),
                        url.apply("https://shop.example/a b", odd("space", "%20")),
                        url.apply("https://shop.example/a\\u00a0b", odd("space", "%20")),
                        url.apply("https://shop.example/<script>", odd("<", "%3C")),
                        url.apply("https://shop.example/`", odd("`", "%60")),
                        url.apply("https://shop.example/\\\"", odd("\"", "%22")),
                        url.apply("https://shop.example\\\\@evil.example", odd("\\", "%5C")),
                        url.apply("https://shop.example/100%", PERCENT),
                        url.apply("https://shop.example/%zz", PERCENT)),
                Stream.of(
                                "https://evil.example/",
                                "http://shop.example/",
                                "https://shop.example:8443/",
                                "https://shop.example:80/",
                                "https://www.shop.example/",
                                "https://shop.example.evil.example/",
                                "https://evil.example/?https://shop.example",
                                "https://evil.example#@shop.example",
                                "https://shop.example./",
                                "https://xn--shp-fjd.example/",
                                "http://localhost/",
                                "http://[::1]:8080/")
                        .map(text -> url.apply(text, NOT_OURS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "amounts", "otherCurrencies", "decimals", "sums", "rows", "times", "metadata", "shopsPages"
    })
    void is_refused_with_the_field_and_the_reason(String what, byte[] body, String field, String reason) {
        Problem problem = catchThrowableOfType(Problem.class, () -> CheckoutBody.read(body, CheckoutBodyTest.SHOP));

        assertThat(problem).as(what).isNotNull();
        assertThat(problem.response().status()).isEqualTo(400);
        assertThat(problem.response().headers()).containsEntry("content-type", "application/problem+json");
        assertThat(errors(problem)).containsExactly(Map.of("field", field, "reason", reason));
        assertThat(problem.getMessage()).isEqualTo(field + " " + reason);
    }

    public static List<Map<String, String>> errors(Problem problem) {
        return DeployedTemplate.at(JSON.std.mapFrom(problem.response().body()), "errors");
    }

    private static Arguments bad(String field, String value, String reason) {
        return bad(field, value, field, reason);
    }

    private static Arguments bad(String path, String value, String field, String reason) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return Arguments.of(path + " = " + shown, OrderJson.with(path, value), field, reason);
    }

    @SafeVarargs
    private static Stream<Arguments> concat(Stream<Arguments>... streams) {
        return Stream.of(streams).flatMap(stream -> stream);
    }
}
