package dev.seqrpay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqrpay.handler.BadOrderTest;
import dev.seqrpay.handler.OrderJson;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.OpenPayment;
import dev.seqrpay.payment.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** What a checkout may say; what it may not is in {@link BadOrderTest}. */
public class CheckoutBodyTest {
    public static final Merchant SHOP =
            new Merchant("demoshop", "Demo Shop", List.of("https://shop.example", "http://localhost:8080"));

    private static Invoice read(byte[] body) {
        return CheckoutBody.read(body, SHOP).invoice();
    }

    @Test
    void a_whole_order_is_read() {
        Money price = Money.of("SEK", "149.00");
        assertThat(read(OrderJson.good()))
                .isEqualTo(new Invoice(
                        "1001",
                        "Fest",
                        true,
                        List.of(new Invoice.Row(
                                "Cap",
                                BigDecimal.ONE,
                                price,
                                price,
                                price.zero(),
                                BigDecimal.valueOf(25),
                                "PCS",
                                "CAP",
                                "7310865004703")),
                        price,
                        Instant.parse("2026-01-31T12:00:00Z"),
                        "Kim",
                        "Thanks",
                        "https://shop.example/orders/1001",
                        "https://shop.example/orders/1001/renew",
                        "https://shop.example/orders/1001/thanks",
                        "https://shop.example/orders/1001/cart",
                        null,
                        AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                        new TreeMap<>(Map.of("cart", "c-17", "channel", "web"))));
    }

    @Test
    void a_tax_of_a_hundred_percent_is_one() {
        assertThat(read(OrderJson.with("invoiceRows[0].itemTaxRate", "\"100\"")).rows())
                .singleElement()
                .extracting(Invoice.Row::taxRate)
                .isEqualTo(new BigDecimal("100"));
    }

    @Test
    void what_is_not_needed_can_be_left_out_and_the_title_is_the_shops_name() {
        Invoice invoice = read("""
                {"orderId": "1", "totalAmount": {"currency": "EUR", "value": "5"},
                 "invoiceRows": [{"itemQuantity": "1", "itemTotalAmount": {"currency": "EUR", "value": "5"}}]}
                """.getBytes(UTF_8));

        assertThat(invoice.title()).isEqualTo("Demo Shop");
        assertThat(invoice)
                .extracting(
                        Invoice::issueDate,
                        Invoice::cashierId,
                        Invoice::footer,
                        Invoice::backUrl,
                        Invoice::renewUrl,
                        Invoice::returnUrl,
                        Invoice::cancelUrl)
                .containsOnlyNulls();
        assertThat(invoice.rows())
                .containsExactly(new Invoice.Row(
                        null, BigDecimal.ONE, Money.of("EUR", "5.00"), null, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "issueDate",
                "cashierId",
                "footer",
                "backURL",
                "renewURL",
                "returnURL",
                "cancelURL",
                "expiresAt",
                "metadata",
                "metadata.cart",
                "invoiceRows[0].itemDiscount"
            })
    void null_is_the_same_as_left_out(String path) {
        assertThat(CheckoutBody.read(OrderJson.with(path, "null"), SHOP))
                .isEqualTo(CheckoutBody.read(OrderJson.without(path), SHOP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "issueDate",
                "cashierId",
                "footer",
                "backURL",
                "renewURL",
                "returnURL",
                "cancelURL",
                "expiresAt",
                "metadata",
                "metadata.cart",
                "invoiceRows[0].itemDescription",
                "invoiceRows[0].itemUnitPrice",
                "invoiceRows[0].itemDiscount",
                "invoiceRows[0].itemTaxRate",
                "invoiceRows[0].itemUnit",
                "invoiceRows[0].itemSKU",
                "invoiceRows[0].itemEAN"
            })
    void blank_is_the_same_as_left_out(String path) {
        for (String blank : List.of("\"\"", "\" \"", "\"\\r\\n\"", "\"\\u00a0\\ufeff\""))
            assertThat(CheckoutBody.read(OrderJson.with(path, blank), SHOP))
                    .isEqualTo(CheckoutBody.read(OrderJson.without(path), SHOP));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mug\\nblue', Mug blue",
        "'Mug\\r\\nblue', Mug blue",
        "'Mug\\tblue', Mug blue",
        "'Mug\\u000b\\fblue', Mug blue",
        "'Mug\\u00a0blue', Mug blue",
        "'Mug\\u3000blue', Mug blue",
        "'Mug\\u2028blue', Mug blue",
        "'  Mug   blue \\n', Mug blue",
        "'\\ufeffMug blue', Mug blue"
    })
    void white_space_of_any_kind_is_one_space(String sent, String read) {
        for (String field : List.of("orderId", "title", "footer"))
            assertThat(CheckoutBody.read(OrderJson.with(field, '"' + sent + '"'), SHOP))
                    .isEqualTo(CheckoutBody.read(OrderJson.with(field, '"' + read + '"'), SHOP));
        assertThat(read(OrderJson.with("title", '"' + sent + '"')).title()).isEqualTo(read);
    }

    @Test
    void metadata_is_kept_to_the_letter() {
        assertThat(read(OrderJson.with("metadata", """
                        {"note": " two\\n\\tlines ", "empty": "", "none": null, "a.b-c_d:e/f": "%s"}""".formatted("\uD83E\uDD9E".repeat(500))))
                        .metadata())
                .isEqualTo(Map.of("note", " two\n\tlines ", "a.b-c_d:e/f", "\uD83E\uDD9E".repeat(500)));
    }

    @Test
    void when_it_shall_expire_is_no_part_of_the_order() {
        CheckoutBody order = CheckoutBody.read(OrderJson.good(), SHOP);

        assertThat(order.terms().expiresAt()).isEqualTo(Instant.parse("2026-01-31T12:30:00Z"));
        assertThat(CheckoutBody.read(OrderJson.without("expiresAt"), SHOP))
                .isEqualTo(new CheckoutBody(order.invoice(), Terms.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({"149, 149.00", "149.0, 149.00", "149.00, 149", "0149, 149", "149.0000, 149", "149.00000000, 149.000000"
    })
    void an_amount_means_the_same_however_many_zeros_it_has(String total, String row) {
        String json = new String(OrderJson.with("totalAmount.value", '"' + total + '"'), UTF_8)
                .replaceFirst("(itemTotalAmount\":.*?\"value\":)\"149.00\"", "$1\"" + row + '"');
        assertThat(read(json.getBytes(UTF_8)).total()).isEqualTo(Money.of("SEK", "149"));
    }

    /** WooCommerce sends fees, Magento and PrestaShop discounts and gift cards, all of them the rounding, as rows below zero. */
    @Test
    void a_discount_is_a_row_below_zero() {
        String row =
                "{\"itemQuantity\": \"1\", \"itemDescription\": \"%s\", \"itemTotalAmount\": {\"currency\": \"SEK\", \"value\": \"%s\"},"
                        + " \"itemUnitPrice\": {\"currency\": \"SEK\", \"value\": \"%2$s\"}}";
        String rows = String.join(
                ",",
                String.format(row, "Cap", "169.0400"),
                String.format(row, "Coupon", "-20.0000"),
                String.format(row, "Rounding", "-0.04"),
                String.format(row, "Free shipping", "-0.00"));

        assertThat(read(OrderJson.with("invoiceRows", "[" + rows + "]")).rows())
                .extracting(
                        each -> each.total().minor(), each -> each.unitPrice().minor())
                .containsExactly(tuple(16904L, 16904L), tuple(-2000L, -2000L), tuple(-4L, -4L), tuple(0L, 0L));
    }

    @Test
    void numbers_with_as_many_zeros_as_platforms_write_are_the_same_order() {
        byte[] plain = OrderJson.with("invoiceRows[0].itemTaxRate", "\"25\"");
        for (String zeros : List.of("25.0", "25.0000", "25.000000"))
            assertThat(CheckoutBody.read(OrderJson.with("invoiceRows[0].itemTaxRate", '"' + zeros + '"'), SHOP))
                    .isEqualTo(CheckoutBody.read(plain, SHOP));
        assertThat(read(OrderJson.with("invoiceRows[0].itemQuantity", "\"1.0000\"")))
                .isEqualTo(read(OrderJson.good()));
    }

    @Test
    void a_byte_order_mark_is_no_error() {
        String marked = "\uFEFF" + new String(OrderJson.good(), UTF_8);

        assertThat(CheckoutBody.read(marked.getBytes(UTF_8), SHOP))
                .isEqualTo(CheckoutBody.read(OrderJson.good(), SHOP));
    }

    @ParameterizedTest
    @CsvSource({"refuse, REFUSE", "replace, REPLACE", "alongside, ALONGSIDE"})
    void what_becomes_of_an_open_payment_is_no_part_of_the_order(String word, OpenPayment wish) {
        CheckoutBody order = CheckoutBody.read(OrderJson.with("openPayment", '"' + word + '"'), SHOP);

        assertThat(order.terms().openPayment()).isEqualTo(wish);
        assertThat(order.invoice()).isEqualTo(read(OrderJson.good()));
    }

    /** Each limit can be had together with all others: 200 rows whose texts are all as long as they may be. */
    @Test
    void the_largest_order_of_latin_letters_or_chinese_ones_is_within_the_limit_of_the_body() {
        for (String letter : List.of("a", "\u00e5", "\u6f22"))
            assertThat(largest(letter).length).as(letter).isLessThanOrEqualTo(384 << 10);
        assertThat(read(largest("\u6f22")).rows()).hasSize(200);
    }

    private static byte[] largest(String letter) {
        String money = "{\"currency\":\"SEK\",\"value\":\"1.00\"}";
        String row = String.format(
                "{\"itemDescription\":\"%s\",\"itemQuantity\":\"1\",\"itemTotalAmount\":%s,\"itemUnitPrice\":%2$s,\"itemDiscount\":%2$s,"
                        + "\"itemTaxRate\":\"25\",\"itemUnit\":\"%s\",\"itemSKU\":\"%s\",\"itemEAN\":\"%4$s\"}",
                letter.repeat(255), money, letter.repeat(32), letter.repeat(64));
        String metadata = IntStream.range(10, 30)
                .mapToObj(i -> "\"" + i + "k".repeat(38) + "\":\"" + letter.repeat(500) + "\"")
                .collect(joining(",", "{", "}"));
        String page = "\"https://shop.example/" + "p".repeat(2027) + "\"";
        return String.format(
                        "{\"orderId\":\"%s\",\"title\":\"%s\",\"totalAmount\":{\"currency\":\"SEK\",\"value\":\"200.00\"},"
                                + "\"cashierId\":\"%1$s\",\"footer\":\"%s\",\"backURL\":%s,\"renewURL\":%4$s,\"returnURL\":%4$s,"
                                + "\"cancelURL\":%4$s,\"metadata\":%s,\"invoiceRows\":[%s]}",
                        letter.repeat(64),
                        letter.repeat(100),
                        letter.repeat(500),
                        page,
                        metadata,
                        row + ("," + row).repeat(199))
                .getBytes(UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"orderId, 64", "title, 100", "cashierId, 64", "footer, 500", "invoiceRows[0].itemDescription, 255"})
    void a_text_may_have_so_many_characters_even_if_each_takes_four_bytes(String path, int length) {
        assertThat(CheckoutBody.read(OrderJson.with(path, '"' + "🦞".repeat(length) + '"'), SHOP))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kräftor & <dill>", "خبز", "לחם", "面包", "👩‍👩‍👧", "O'Brien \\\"quoted\\\" \\\\", "a\u200eb"})
    void a_text_may_be_in_any_language(String title) {
        assertThat(read(OrderJson.with("title", '"' + title + '"')).title())
                .isEqualTo(JSON.std.anyFrom('"' + title + '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "https://shop.example/",
                "https://shop.example/orders/1?a=b&c=%C3%A5#done",
                "https://shop.example?order=1",
                "HTTPS://SHOP.EXAMPLE/orders/1",
                "https://shop.example:443/orders/1",
                "https://shop.example:/orders/1",
                "http://localhost:8080/back"
            })
    void the_shops_pages_may_be_anywhere_on_a_registered_origin(String url) {
        assertThat(read(OrderJson.with("backURL", '"' + url + '"')).backUrl()).isEqualTo(url);
        assertThat(read(OrderJson.with("renewURL", '"' + url + '"')).renewUrl()).isEqualTo(url);
    }

    @Test
    void two_hundred_rows_and_a_free_one_among_them_are_fine() {
        String row = "{\"itemQuantity\": \"1\", \"itemTotalAmount\": {\"currency\": \"SEK\", \"value\": \"%s\"}}";
        String rows = String.format(row, "149.00") + ("," + String.format(row, "0")).repeat(199);
        assertThat(read(OrderJson.with("invoiceRows", "[" + rows + "]")).rows()).hasSize(200);
    }

    @Test
    void the_largest_amount_is_one_below_a_million_millions() {
        String json = new String(OrderJson.good(), UTF_8).replace("\"149.00\"", "\"999999999999.99\"");
        assertThat(read(json.getBytes(UTF_8)).total().minor()).isEqualTo(99_999_999_999_999L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SEK:149.00         | fine
            SEK:149.01         | fine
            SEK:148.99         | is more than this shop's limit of 148.99 SEK
            EUR:500.00         | is in SEK, and this shop takes EUR
            """)
    void a_shop_may_have_a_limit(String limit, String reason) {
        String[] parts = limit.split(":");
        CheckoutRules rules =
                new CheckoutRules(false, false, null, new TreeMap<>(Map.of(parts[0], new BigDecimal(parts[1]))));
        Merchant limited = SHOP.with(rules);
        if (reason.equals("fine"))
            assertThat(CheckoutBody.read(OrderJson.good(), limited)).isNotNull();
        else
            assertThat(BadOrderTest.errors(
                            catchThrowableOfType(Problem.class, () -> CheckoutBody.read(OrderJson.good(), limited))))
                    .containsExactly(Map.of("field", "totalAmount.value", "reason", reason));
    }

    @Test
    void a_shops_own_term_goes_with_the_order() {
        Merchant patient =
                SHOP.with(new CheckoutRules(false, false, Duration.ofMinutes(45), Collections.emptySortedMap()));

        assertThat(CheckoutBody.read(OrderJson.good(), patient).terms().life()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> CheckoutBody.read("{\"invoiceRows\": [{}], \"total\": 1}".getBytes(UTF_8), SHOP));

        assertThat(BadOrderTest.errors(problem))
                .extracting(error -> error.get("field") + " " + error.get("reason"))
                .containsExactlyInAnyOrder(
                        "total is not a field of this request",
                        "orderId is missing",
                        "totalAmount is missing",
                        "invoiceRows[0].itemQuantity is missing",
                        "invoiceRows[0].itemTotalAmount is missing");
        assertThat(JSON.std.mapFrom(problem.response().body()))
                .contains(Map.entry("title", "Invalid request"), Map.entry("status", 400));
    }
}
