package dev.seqrpay.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.gateway.Heard;
import dev.seqrpay.local.demo.shop.DemoShop;
import dev.seqrpay.local.demo.shop.PaymentApi;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** Whole purchases: from the shop's call to the money, through the deployed handlers, with what AWS keeps in the stand-in. */
@OnStandIn
class PurchaseTest {
    private static final String SHOP = "https://shop.example";

    /** SEQR's 20 seconds are the simulation's to hold. */
    private static final Duration SEQRS_PATIENCE = Duration.ofMinutes(2);

    private static StandInDeployment deployment;
    private static DemoShop shop;

    @BeforeAll
    static void start() {
        deployment = new StandInDeployment();
        deployment.seqr().core().switches().reversalAfter(SEQRS_PATIENCE);
        ApiKey.Text key = ApiKey.Text.issue(Stack.KEY_ENVIRONMENT, "shop", 1, new byte[32]);
        deployment.wiring().merchants().put(new Merchant("shop", "Shop", List.of(SHOP)));
        deployment.wiring().merchants().put(key.stored(EnumSet.allOf(ApiKey.Scope.class)));
        shop = new DemoShop(new PaymentApi(deployment.url(), key.reveal()), Optional.empty());
    }

    @AfterAll
    static void stop() throws Exception {
        deployment.close();
    }

    @Test
    void seqr_notifies_us_and_the_browser_hears_of_it_through_the_stream() throws Exception {
        ShopPayment payment = shop.buy(Map.of("cup", 1), SHOP);
        Heard browser = open(payment);
        assertThat(next(browser)).containsEntry("status", "ISSUED");

        pay(payment);

        Object status;
        do status = next(browser).get("status");
        while (status.equals("ISSUED"));
        assertThat(status).isEqualTo("PAID");
        assertPaid(payment, Cause.NOTIFICATION);
    }

    @Test
    void the_watch_captures_what_no_notification_tells() throws Exception {
        deployment.seqr().faults().arm(Fault.of(FaultKind.LOSE_NOTIFICATION));
        ShopPayment payment = shop.buy(Map.of("cup", 1), SHOP);

        try (QueueDelivery reminders = deployment.deliver()) {
            pay(payment);
            Await.until(() -> payments().find(payment.id()).orElseThrow().state() == State.PAID);
        }

        assertPaid(payment, Cause.WATCH);
    }

    private static PaymentStore payments() {
        return deployment.wiring().payments();
    }

    private static void pay(ShopPayment payment) {
        new Phone(deployment.seqr().url()).pay(payment.qrCode(), "1234");
    }

    private static void assertPaid(ShopPayment payment, Cause cause) {
        assertThat(payments().history(payment.id()))
                .extracting(HistoryEntry::to)
                .containsExactly(State.CREATED, State.ISSUED, State.PAID);
        assertThat(payments().history(payment.id()))
                .last()
                .extracting(HistoryEntry::cause)
                .isEqualTo(cause);
    }

    private static Heard open(ShopPayment payment) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest view = HttpRequest.newBuilder(URI.create(payment.link("view") + "/view"))
                .build();
        String json = http.send(view, BodyHandlers.ofString()).body();
        Heard heard = new Heard();
        URI socket = URI.create((String) JSON.std.mapFrom(json).get("socket"));
        http.newWebSocketBuilder().buildAsync(socket, heard).join();
        return heard;
    }

    private static Map<String, Object> next(Heard browser) throws Exception {
        return JSON.std.mapFrom(browser.next());
    }
}
