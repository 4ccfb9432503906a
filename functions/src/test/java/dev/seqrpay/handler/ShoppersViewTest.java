package dev.seqrpay.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.http.CheckoutBodyTest;
import dev.seqrpay.http.LogTest;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.TokensTest;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import dev.seqrpay.web.Accent;
import dev.seqrpay.web.Assets;
import dev.seqrpay.web.Shop;
import dev.seqrpay.wiring.TestPorts;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** What a shopper's browser gets for the payment view in a shop's page. */
class ShoppersViewTest {
    private static final String KEY =
            "sk_test_demoshop-1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static final Payment PAID = LogTest.payment(State.PAID, null);
    private static final PublicAddresses ADDRESSES =
            new PublicAddresses("https://pay.example", "wss://live.example", "seqr-demo", TokensTest.TOKENS);

    @Test
    void the_first_sight_of_a_payment_has_all_that_there_is_to_show() throws IOException {
        Map<String, Object> answer = answer(new PaymentPageHandler(wiring()), EventFile.of("view"));

        assertThat(answer).containsEntry("statusCode", 200);
        assertThat(DeployedTemplate.<Map<String, String>>at(answer, "headers"))
                .containsEntry("content-type", "application/json")
                .containsEntry("cache-control", "no-store")
                .containsEntry("access-control-allow-origin", "*");
        assertThat(JSON.std.mapFrom(answer.get("body")))
                .containsEntry("status", "PAID")
                .containsEntry("seq", PAID.version())
                .containsEntry("shop", CheckoutBodyTest.SHOP.name())
                .containsEntry("orderId", PAID.invoice().orderId())
                .containsEntry("renewURL", PAID.invoice().renewUrl())
                .containsKeys("state", "now", "expiresAt", "totalAmount");
    }

    @Test
    void a_shop_that_has_a_colour_is_told_of_in_colours_that_can_be_read() {
        assertThat(PaymentJson.view(PAID, new Shop("shop", "#ffe000", false), ADDRESSES, Instant.EPOCH)
                        .get("accent"))
                .isEqualTo(Map.of("light", Accent.of("#ffe000").light(), "dark", "#ffe000"));
        assertThat(PaymentJson.view(PAID, new Shop("shop", null, true), ADDRESSES, Instant.EPOCH))
                .doesNotContainKey("accent");
    }

    /** SEQR is not even told: nothing but reading is allowed here. */
    @Test
    void a_cancel_that_comes_too_late_is_told_that_the_payment_is_paid() throws IOException {
        Map<String, Object> answer = answer(new CancelPaymentHandler(wiring()), EventFile.of("cancel-by-shopper"));

        assertThat(answer).containsEntry("statusCode", 200);
        assertThat(DeployedTemplate.<Map<String, String>>at(answer, "headers"))
                .containsEntry("access-control-allow-origin", "*");
        assertThat(JSON.std.mapFrom(answer.get("body"))).containsEntry("status", "PAID");
    }

    /** A form of a page without a script: its answer is the page, in the language that it was in. */
    @Test
    void a_cancel_by_a_form_leads_to_the_page() throws IOException {
        EventFile event = EventFile.of("cancel-by-shopper")
                .with("rawQueryString", "lang=fi")
                .with("queryStringParameters", Map.of("lang", "fi"))
                .with("headers", Map.of("accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        Map<String, Object> answer = answer(new CancelPaymentHandler(wiring()), event);

        assertThat(answer).containsEntry("statusCode", 303);
        assertThat(DeployedTemplate.<Map<String, String>>at(answer, "headers").get("location"))
                .matches("/pay/pay_[a-z2-7]{26}/[a-z2-7]{26}\\?lang=fi");
    }

    @Test
    void the_checkout_says_which_view_id_opens_the_payment_and_it_holds_the_token() {
        Map<String, Object> json = PaymentJson.payment(PAID, ADDRESSES);

        assertThat(json).containsEntry("paidAt", PAID.paidAt().toString());
        assertThat(json).containsEntry("viewId", PAID.id() + "." + TokensTest.TOKENS.view(PAID.id()));
        assertThat(view(PAID)).doesNotContainKeys("viewId", "links");
    }

    @Test
    void shop_and_view_are_told_of_the_app_in_the_scheme_of_this_deployment() {
        Payment issued = LogTest.payment(State.ISSUED, null);
        String link = "seqr-demo://SEQR.SE/R1397240460668";
        assertThat(PaymentJson.payment(issued, ADDRESSES)).containsEntry("seqrLink", link);
        assertThat(view(issued)).containsEntry("seqrLink", link);
        assertThat(view(LogTest.payment(State.CREATED, null))).doesNotContainKeys("qrCode", "seqrLink");
    }

    @Test
    void a_view_is_told_of_a_socket_while_there_is_something_to_hear() {
        assertThat(view(LogTest.payment(State.ISSUED, null)))
                .containsEntry(
                        "socket", "wss://live.example?view=" + PAID.id() + "." + TokensTest.TOKENS.view(PAID.id()));
        assertThat(view(PAID)).doesNotContainKey("socket");
    }

    private static Map<String, Object> view(Payment payment) {
        return PaymentJson.view(payment, new Shop("shop", null, false), ADDRESSES, Instant.EPOCH);
    }

    @Test
    void the_script_is_compressed_for_those_who_can_read_it() throws IOException {
        EventFile event = EventFile.of("script");
        Map<String, Object> answer = answer(new AssetsHandler(line -> {}), event);
        Map<String, String> headers = DeployedTemplate.at(answer, "headers");
        byte[] compressed = Base64.getDecoder().decode((String) answer.get("body"));

        assertThat(answer).containsEntry("statusCode", 200).containsEntry("isBase64Encoded", true);
        assertThat(headers)
                .containsEntry("content-encoding", "gzip")
                .containsEntry("vary", "Accept-Encoding, Accept-Language");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
                .isEqualTo(
                        Assets.script(event.request().header("accept-language").orElseThrow())
                                .bytes());
    }

    @Test
    void and_plain_for_all_others() throws IOException {
        for (String understood : new String[] {null, "identity", "br", "gzip;q=0"}) {
            Map<String, Object> headers = new HashMap<>(Map.of("accept-language", "sv"));
            if (understood != null) headers.put("accept-encoding", understood);
            Map<String, Object> answer =
                    answer(new AssetsHandler(line -> {}), EventFile.of("script").with("headers", headers));

            assertThat(answer).as(understood).containsEntry("isBase64Encoded", false);
            assertThat((String) answer.get("body"))
                    .isEqualTo(new String(Assets.script("sv").bytes(), UTF_8));
        }
    }

    private static Map<String, Object> answer(RequestStreamHandler handler, EventFile event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(event.stream(), out, null);
        return JSON.std.mapFrom(out.toString(UTF_8));
    }

    private static Wiring wiring() {
        PaymentStore store = OnePayment.of(PAID);
        return new TestPorts()
                .payments(store)
                .merchants(new ShopKeys(KEY, Scope.values()))
                .clock(() -> LogTest.NOW)
                .wiring();
    }
}
