package dev.seqrpay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.loopback.Await;
import dev.seqrpay.simulator.core.Amount;
import dev.seqrpay.simulator.core.ClientContext;
import dev.seqrpay.simulator.core.Invoice;
import dev.seqrpay.simulator.core.Principal;
import dev.seqrpay.simulator.core.Switches.NotificationBody;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import dev.seqrpay.simulator.fault.JournalEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What SEQR posts to a shop, and what can go wrong with it. */
class NotificationTest {
    private static final SimulatorOptions OPTIONS = SimulatorOptions.standard();

    @AutoClose
    private final Simulator simulator = Simulator.start(OPTIONS);

    @AutoClose
    private final NotificationServer shop = new NotificationServer(200);

    @AutoClose
    private final NotificationServer elsewhere = new NotificationServer(302);

    @Test
    void a_payment_is_notified_by_a_form_with_the_invoices_reference() {
        String reference = pay(shop.url("/n/1/token"));

        awaitLogged(1);
        assertThat(shop.received).containsExactly("POST /n/1/token invoiceReference=" + reference);
        assertThat(outcomes()).containsExactly("HTTP 200");
    }

    @Test
    void the_body_may_be_empty() {
        simulator.core().switches().notificationBody(NotificationBody.EMPTY);
        pay(shop.url("/n"));

        awaitLogged(1);
        assertThat(shop.received).containsExactly("POST /n ");
    }

    @Test
    void a_redirect_is_not_followed() {
        pay(elsewhere.url("/n"));

        awaitLogged(1);
        assertThat(elsewhere.received).hasSize(1);
        assertThat(outcomes()).containsExactly("HTTP 302");
    }

    @Test
    void a_shop_that_cannot_be_reached_does_not_keep_the_payer_waiting() {
        shop.close();

        pay(shop.url("/n"));

        awaitLogged(1);
        assertThat(outcomes()).singleElement().asString().contains("ConnectException");
    }

    @Test
    void a_notification_can_be_lost() {
        simulator.faults().arm(Fault.of(FaultKind.LOSE_NOTIFICATION));
        pay(shop.url("/lost"));
        pay(shop.url("/found"));

        awaitLogged(2);
        assertThat(shop.received).singleElement().asString().startsWith("POST /found");
    }

    @Test
    void a_notification_can_come_twice() {
        simulator.faults().arm(Fault.of(FaultKind.DOUBLE_NOTIFICATION));
        pay(shop.url("/n"));

        awaitLogged(2);
        assertThat(shop.received).hasSize(2);
    }

    @Test
    void a_notification_can_come_late() {
        simulator.faults().arm(Fault.of(FaultKind.DELAY_NOTIFICATION).millis(300));
        long started = System.nanoTime();
        pay(shop.url("/n"));

        awaitLogged(1);
        assertThat(System.nanoTime() - started).isGreaterThan(300_000_000);
    }

    @Test
    void a_forged_one_may_come_beside_it() {
        simulator.faults().arm(Fault.of(FaultKind.FORGE_NOTIFICATION));
        String reference = pay(shop.url("/n/1/token"));

        awaitLogged(2);
        assertThat(shop.received)
                .containsExactlyInAnyOrder(
                        "POST /n/1/token invoiceReference=" + reference,
                        "POST /n/1/forged invoiceReference=" + reference);
    }

    @Test
    void one_can_be_posted_although_the_invoice_is_not_paid() {
        String reference = send(shop.url("/n"));

        new Control(simulator).post("/api/invoices/" + reference + "/notify", Map.of("forged", false));

        awaitLogged(1);
        assertThat(shop.received).containsExactly("POST /n invoiceReference=" + reference);
    }

    private String pay(String notificationUrl) {
        String reference = send(notificationUrl);
        new Phone(simulator.url()).pay(reference, "1234");
        return reference;
    }

    private String send(String notificationUrl) {
        ClientContext context = ClientContext.of(Principal.terminal(OPTIONS.terminalId()), OPTIONS.terminalPassword());
        Invoice invoice = Invoice.over(Amount.of("10.00", "SEK"))
                .notificationUrl(notificationUrl)
                .build();
        return simulator.core().sendInvoice(context, invoice, List.of()).invoiceReference();
    }

    private void awaitLogged(int notifications) {
        Await.until(() -> outcomes().size() >= notifications);
    }

    private List<String> outcomes() {
        return simulator.journal().newestFirst().stream()
                .filter(entry -> entry.what().equals("notification"))
                .map(JournalEntry::outcome)
                .toList();
    }
}
