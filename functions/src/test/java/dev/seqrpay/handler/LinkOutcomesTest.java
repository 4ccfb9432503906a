package dev.seqrpay.handler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.payment.Buyer;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Search;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.State;
import dev.seqrpay.wiring.Wiring;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** A payment link from its making to the money, with the requests that a shop, a shopper and SEQR send. */
class LinkOutcomesTest {
    private final Counter counter = new Counter();
    private int references = 1000;

    private Map<String, Object> made(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                JSON.std.mapFrom(EventFile.of("link-create").json().get("body")));
        body.remove("reusable");
        body.putAll(more);
        Answer answer = create(body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json();
    }

    private Answer create(Map<String, Object> body) {
        return counter.call(LinksHandler::new, EventFile.of("link-create").with("body", JSON.std.asString(body)));
    }

    private Answer of(Map<String, Object> link, String event) {
        String[] path = link.get("url").toString().split("/");
        Map<String, Object> parameters = Map.of("shop", path[4], "id", path[5], "token", path[6]);
        EventFile request = EventFile.of(event);
        boolean isShops = request.request().route().contains("/links/");
        Function<Wiring, RequestStreamHandler> handler = isShops ? LinksHandler::new : OpenLinkHandler::new;
        return isHtml(event)
                ? html(handler, request.with("pathParameters", parameters))
                : counter.call(handler, request.with("pathParameters", parameters));
    }

    private static boolean isHtml(String event) {
        return Set.of("link-page", "link-pay", "link-qr-code", "link-logo").contains(event);
    }

    /** The body stands under its own name in {@code json}. */
    private Answer html(Function<Wiring, RequestStreamHandler> handler, EventFile request) {
        Map<String, Object> answer = JSON.std.mapFrom(counter.call(handler, request, null));
        return new Answer(
                (int) answer.get("statusCode"),
                new TreeMap<>(DeployedTemplate.<Map<String, String>>at(answer, "headers")),
                Map.of("body", answer.get("body")));
    }

    private static String body(Answer answer) {
        return answer.json().get("body").toString();
    }

    /** @return the id of the payment whose page the shopper is sent to */
    private String opened(Map<String, Object> link) {
        counter.seqr.issues(String.valueOf(++references));
        Answer answer = of(link, "link-pay");
        assertThat(answer.status()).as(body(answer)).isEqualTo(303);
        return answer.headers().get("location").split("/")[4];
    }

    private Payment payment(String id) {
        return counter.wiring.payments().find(id).orElseThrow();
    }

    private void pay(String id) {
        counter.pass(Duration.ofSeconds(10));
        InvoiceStatus paid = new InvoiceStatus("PAID", 2, "ers-" + id, null, null);
        counter.seqr.says(paid).says(paid);
        counter.wiring.statusLookup().look(id, Cause.POLL);
        assertThat(payment(id).state()).isEqualTo(State.PAID);
    }

    private void expire(String id) {
        counter.pass(Duration.ofMinutes(16));
        counter.seqr.says("ISSUED", 1).agrees().says("CANCELED", 2);
        counter.wiring.sweep().run(counter.instant().plusSeconds(60));
        assertThat(payment(id).state()).isEqualTo(State.CANCELED);
    }

    @Test
    void a_look_makes_no_payment_and_the_button_makes_one() {
        Map<String, Object> link = made(Map.of());
        assertThat(body(of(link, "link-page"))).contains("<form method=\"post\"", "149,00", "1002");
        assertThat(counter.seqr.calls).isEmpty();
        assertThat(counter.wiring.payments().ofOrder("demoshop", "1002").ids()).isEmpty();

        Payment payment = payment(opened(link));

        assertThat(payment.state()).isEqualTo(State.ISSUED);
        assertThat(payment.invoice().orderId()).isEqualTo("1002");
        assertThat(payment.purchase().source().linkId()).isEqualTo(link.get("id"));
    }

    @Test
    void what_was_not_paid_leads_back_to_the_link() {
        Map<String, Object> link = made(Map.of());
        String id = opened(link);
        expire(id);

        PublicAddresses addresses =
                counter.wiring.endpoints().of(EventFile.of("view").request());
        Map<String, Object> path = Map.of("id", id, "token", addresses.view(id).replaceFirst(".*/", ""));
        assertThat(counter.call(PaymentPageHandler::new, EventFile.of("view").with("pathParameters", path))
                        .json())
                .containsEntry("renewURL", link.get("url"));
        assertThat(body(html(PaymentPageHandler::new, EventFile.of("page").with("pathParameters", path))))
                .contains("href=\"" + link.get("url") + "\"");
        assertThat(payment(id).toString()).doesNotContain(link.get("url").toString());
    }

    @Test
    void everybody_who_opens_a_link_for_one_payment_gets_the_same() {
        Map<String, Object> link = made(Map.of());
        String first = opened(link);
        counter.seqr.calls.clear();

        assertThat(of(link, "link-pay").headers().get("location")).contains(first);
        assertThat(of(link, "link-page"))
                .satisfies(page -> assertThat(page.status()).isEqualTo(303))
                .satisfies(page -> assertThat(page.headers().get("location")).contains(first));
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void what_ended_unpaid_can_be_opened_again_and_what_is_paid_cannot() {
        Map<String, Object> link = made(Map.of());
        String first = opened(link);
        expire(first);
        assertThat(body(of(link, "link-page"))).contains("<form method=\"post\"");

        String second = opened(link);
        assertThat(second).isNotEqualTo(first);
        pay(second);
        counter.seqr.calls.clear();

        assertThat(of(link, "link-pay").headers().get("location")).contains(second);
        assertThat(counter.seqr.calls).isEmpty();
        // the receipt is not shown for ever
        counter.pass(Duration.ofDays(25));
        assertThat(of(link, "link-page").status()).isEqualTo(303);
        counter.pass(Duration.ofDays(90));
        assertThat(body(of(link, "link-page"))).doesNotContain("<form").contains("<main");
        assertThat(body(of(link, "link-pay"))).doesNotContain("<form").contains("<main");
    }

    @Test
    void the_language_of_the_link_is_that_of_the_payment() {
        Map<String, Object> link = made(Map.of());
        String[] path = link.get("url").toString().split("/");
        EventFile inGerman = EventFile.of("link-pay")
                .with("pathParameters", Map.of("shop", path[4], "id", path[5], "token", path[6]))
                .with("queryStringParameters", Map.of("lang", "de"));
        counter.seqr.issues("1001");

        assertThat(html(OpenLinkHandler::new, inGerman).headers().get("location"))
                .endsWith("?lang=de");
        assertThat(of(link, "link-pay").headers().get("location")).doesNotContain("?");
    }

    /** A checkout of the shop's own for the same order is in the way like any other. */
    @Test
    void an_order_that_was_paid_elsewhere_is_not_paid_again() {
        Map<String, Object> link = made(Map.of("orderId", "1001"));
        counter.issue();
        assertThat(of(link, "link-pay").headers().get("location")).contains(Counter.ID);

        counter.capture();
        assertThat(of(link, "link-pay").headers().get("location")).contains(Counter.ID);
        assertThat(counter.wiring.payments().ofOrder("demoshop", "1001").ids()).hasSize(1);
    }

    @Test
    void a_sendInvoice_that_failed_is_tried_again_by_the_next_click() {
        Map<String, Object> link = made(Map.of());
        counter.seqr.isNotReached();
        assertThat(of(link, "link-pay").status()).isEqualTo(503);

        String id = opened(link);

        assertThat(payment(id).state()).isEqualTo(State.ISSUED);
        assertThat(counter.wiring.payments().ofOrder("demoshop", "1002").ids()).containsExactly(id);
    }

    @Test
    void a_link_for_several_gives_each_a_payment_and_ends_when_all_are_paid() {
        Map<String, Object> link = made(Map.of("maxUses", 2));
        String first = opened(link);
        String second = opened(link);
        assertThat(List.of(first, second)).doesNotHaveDuplicates();
        assertThat(body(of(link, "link-pay"))).doesNotContain("<form");

        pay(first);
        expire(second);
        String third = opened(link);
        pay(third);

        assertThat(body(of(link, "link-pay"))).doesNotContain("<form");
        assertThat(List.of(payment(first), payment(third)))
                .extracting(payment -> payment.invoice().orderId())
                .containsExactly("1002-1", "1002-2");
    }

    @Test
    void a_reusable_link_makes_as_many_as_one_likes() {
        Map<String, Object> link = made(Map.of("reusable", true));
        Set<String> ids = new HashSet<>();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = opened(link);
            pay(id);
            ids.add(id);
            orders.add(payment(id).invoice().orderId());
        }
        assertThat(ids).hasSize(5);
        assertThat(orders).allMatch(order -> order.matches("1002-[a-z2-7]{10}")).doesNotHaveDuplicates();
    }

    @Test
    void a_link_that_is_off_or_has_ended_makes_none_and_is_still_shown() {
        Map<String, Object> off = made(Map.of());
        assertThat(of(off, "link-change").json())
                .containsEntry("enabled", false)
                .containsEntry("open", false);
        assertThat(body(of(off, "link-pay"))).doesNotContain("<form");
        EventFile on = EventFile.of("link-change")
                .with("pathParameters", Map.of("id", off.get("id")))
                .with("body", "{\"enabled\":true}");
        assertThat(counter.call(LinksHandler::new, on).json())
                .containsEntry("enabled", true)
                .containsEntry("open", true);

        Map<String, Object> ended = made(Map.of("expiresAt", "2026-11-22T12:02:00Z"));
        counter.pass(Duration.ofMinutes(2));
        assertThat(body(of(ended, "link-page"))).doesNotContain("<form").contains("149,00");
        assertThat(body(of(ended, "link-pay"))).doesNotContain("<form");
        assertThat(of(ended, "link").json()).containsEntry("enabled", true).containsEntry("open", false);
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void a_shop_that_is_off_or_takes_less_by_now_makes_none() {
        Map<String, Object> link = made(Map.of());
        counter.shop.settles(new CheckoutRules(false, false, null, new TreeMap<>(Map.of("SEK", BigDecimal.TEN))));
        assertThat(body(of(link, "link-pay"))).doesNotContain("<form");
        counter.shop.settles(new CheckoutRules(true, false, null, new TreeMap<>()));
        assertThat(body(of(link, "link-pay"))).doesNotContain("<form");
        assertThat(counter.seqr.calls).isEmpty();
    }

    private Answer purchase(Map<String, Object> link, Map<String, Object> more) {
        Map<String, Object> body =
                new HashMap<>(JSON.std.mapFrom(EventFile.of("purchase").json().get("body")));
        body.put("purchaseToken", link.get("purchaseToken"));
        body.putAll(more);
        return counter.call(OpenLinkHandler::new, EventFile.of("purchase").with("body", JSON.std.asString(body)));
    }

    @Test
    void who_scans_a_printed_code_gets_an_invoice_and_the_shop_gets_the_address() {
        Map<String, Object> link = made(Map.of("reusable", true));
        counter.seqr.issues("1001");

        Answer answer = purchase(link, Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Map.of("invoiceReferenceId", "1001"));
        Map<String, Object> found = counter.call(
                        ReadPaymentHandler::new,
                        EventFile.of("payments-of-order").with("queryStringParameters", Map.of()))
                .json();
        Map<?, ?> payment = (Map<?, ?>) ((List<?>) found.get("payments")).get(0);
        assertThat(payment.get("linkId")).isEqualTo(link.get("id"));
        assertThat(payment.get("buyer"))
                .isEqualTo(Map.of(
                        "clientName", "Test Shopper",
                        "street", "Storgatan 1",
                        "city", "Stockholm",
                        "country", "SE",
                        "zip", "111 22",
                        "email", "shopper@example.com",
                        "msisdn", "46700000000"));
    }

    @Test
    void what_cannot_be_read_of_the_buyer_costs_no_sale() {
        Map<String, Object> link = made(Map.of("reusable", true));
        counter.seqr.issues("1001");

        purchase(
                link, Map.of("street", 17, "city", "x".repeat(201), "zip", " ", "state", "\u0000", "other", List.of()));

        Payment payment = counter.wiring
                .search()
                .find(new Search.Query("demoshop", counter.instant(), counter.instant(), null, null, 10, null))
                .payments()
                .get(0);
        assertThat(payment.purchase().source().buyer())
                .isEqualTo(
                        new Buyer("Test Shopper", null, null, "SE", null, null, "shopper@example.com", "46700000000"));
    }

    @Test
    void a_code_that_is_none_or_is_off_sells_nothing() {
        Map<String, Object> link = made(Map.of("reusable", true));
        assertThat(purchase(link, Map.of("purchaseToken", "link_x")).status()).isEqualTo(404);
        assertThat(purchase(link, Map.of("purchaseToken", "")).status()).isEqualTo(400);
        of(link, "link-change");
        assertThat(purchase(link, Map.of()).status()).isEqualTo(409);
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void a_code_for_one_that_is_paid_sells_nothing() {
        Map<String, Object> link = made(Map.of());
        String id = opened(link);
        assertThat(purchase(link, Map.of()).json()).containsEntry("invoiceReferenceId", "1001");
        pay(id);
        assertThat(purchase(link, Map.of()).status()).isEqualTo(409);
    }

    @Test
    void one_key_makes_one_link() {
        Answer first = withKey("link-1", "149.00");
        counter.pass(Duration.ofMinutes(1));
        Answer again = withKey("link-1", "149.00");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.headers()).doesNotContainKey("idempotency-replayed");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(withKey("link-1", "150.00").status()).isEqualTo(422);
        assertThat(withKey("link-1,link-2", "149.00").status()).isEqualTo(400);
        assertThat(withKey("link-2", "149.00").json())
                .doesNotContainEntry("id", first.json().get("id"));
    }

    private Answer withKey(String key, String total) {
        String body = EventFile.of("link-create").json().get("body").toString().replace("149.00", total);
        EventFile event = EventFile.of("link-create").with("body", body);
        return counter.call(LinksHandler::new, Counter.header(event, "idempotency-key", key));
    }

    @Test
    void links_are_listed_the_latest_first_page_by_page() {
        List<Object> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(0, made(Map.of()).get("id"));
            counter.pass(Duration.ofMillis(1));
        }
        assertThat(listed(Map.of()).get("links"))
                .extracting(LinkOutcomesTest::id)
                .isEqualTo(ids);
        assertThat(listed(Map.of())).doesNotContainKey("next");

        Map<String, Object> first = listed(Map.of("limit", "2"));
        assertThat(first.get("next")).isEqualTo(ids.get(1));
        assertThat(listed(Map.of("limit", "2", "after", ids.get(1).toString())).get("links"))
                .extracting(LinkOutcomesTest::id)
                .isEqualTo(ids.subList(2, 3));
        assertThat(counter.call(
                                LinksHandler::new,
                                EventFile.of("links").with("queryStringParameters", Map.of("after", "x")))
                        .status())
                .isEqualTo(400);
    }

    private Map<String, Object> listed(Map<String, String> query) {
        return counter.call(LinksHandler::new, EventFile.of("links").with("queryStringParameters", query))
                .json();
    }

    private static Object id(Object links) {
        return ((List<?>) links)
                .stream().map(link -> ((Map<?, ?>) link).get("id")).toList();
    }

    @Test
    void its_code_to_print_leads_to_it() {
        Map<String, Object> link = made(Map.of());
        assertThat(link.get("qrCode")).isEqualTo(link.get("url") + "/qr.svg");
        assertThat(body(of(link, "link-qr-code"))).contains("<svg", "<title>" + link.get("url"));
        assertThat(of(link, "link-logo").status()).isEqualTo(404);
        counter.shop.looks(new Brand(null, new Logo("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1))));
        assertThat(of(link, "link-logo").headers()).containsEntry("Content-Type", "image/png");
        assertThat(body(of(link, "link-page"))).contains("/logo\"");
    }

    @Test
    void bad_fields_are_named() {
        assertThat(wrong(Map.of("maxUses", 0))).isEqualTo("maxUses must be a whole number from 1 to 100");
        assertThat(wrong(Map.of("maxUses", 101))).startsWith("maxUses must be");
        assertThat(wrong(Map.of("maxUses", 1, "reusable", true)))
                .isEqualTo("maxUses cannot be said of a link that is reusable");
        assertThat(wrong(Map.of("reusable", "yes"))).isEqualTo("reusable must be true or false");
        assertThat(wrong(Map.of("expiresAt", "2026-11-22T12:01:59Z"))).contains("2 minutes to 366 days");
        assertThat(wrong(Map.of("expiresAt", "2027-11-23T12:00:01Z"))).contains("2 minutes to 366 days");
        assertThat(wrong(Map.of("maxUses", 2, "orderId", "x".repeat(51)))).contains("at most 50 characters");
        assertThat(wrong(Map.of("renewURL", "https://shop.example/renew"))).contains("renewURL is not a field");
        assertThat(wrong(Map.of("orderId", " "))).contains("orderId must not be blank");
        made(Map.of("orderId", "x".repeat(64)));
        made(Map.of("orderId", "x".repeat(50), "reusable", true));
        made(Map.of("expiresAt", "2027-11-23T12:00:00Z"));
    }

    private String wrong(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                JSON.std.mapFrom(EventFile.of("link-create").json().get("body")));
        body.remove("reusable");
        body.putAll(more);
        Answer answer = create(body);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().get("detail").toString();
    }

    @Test
    void a_link_ends_after_thirty_days_unless_it_is_reusable_or_says_otherwise() {
        assertThat(made(Map.of()))
                .containsEntry("expiresAt", "2026-12-22T12:00:00Z")
                .containsEntry("maxUses", 1)
                .containsEntry("reusable", false)
                .containsEntry("open", true)
                .doesNotContainKey("metadata");
        assertThat(made(Map.of("metadata", Map.of("table", "7")))).containsEntry("metadata", Map.of("table", "7"));
        assertThat(made(Map.of("reusable", true))).doesNotContainKeys("expiresAt", "maxUses");
        assertThat(made(Map.of("maxUses", 7, "expiresAt", "2026-11-23T12:00:00Z")))
                .containsEntry("expiresAt", "2026-11-23T12:00:00Z")
                .containsEntry("maxUses", 7);
    }
}
