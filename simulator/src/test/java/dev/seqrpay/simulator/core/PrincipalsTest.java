package dev.seqrpay.simulator.core;

import static dev.seqrpay.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may do what: 20, 21, 29, 37, 53, 54, 56 and 57. */
class PrincipalsTest {
    private final SeqrFixture world = new SeqrFixture();

    @Test
    void a_wrong_password_answers_20() {
        assertRefused(20, () -> send(ClientContext.of(SeqrFixture.TERMINAL, "wrong")));
        assertRefused(20, () -> send(ClientContext.of(SeqrFixture.TERMINAL, null)));
        assertRefused(20, () -> mark(ClientContext.of(SeqrFixture.RESELLER, "wrong")));
    }

    @Test
    void an_unknown_terminal_answers_29() {
        assertRefused(29, () -> send(ClientContext.of(Principal.terminal("t2"), "terminal")));
        assertRefused(29, () -> send(ClientContext.of(new Principal("MSISDN", "t1", null), "terminal")));
        assertRefused(29, () -> send(ClientContext.of(null, "terminal")));
        assertRefused(29, () -> send(ClientContext.NONE));
    }

    @Test
    void an_unknown_reseller_user_answers_37() {
        assertRefused(37, () -> mark(ClientContext.of(Principal.reseller("r2"), "reseller")));
        assertRefused(37, () -> mark(ClientContext.of(new Principal("RESELLERUSER", "r1", "9901"), "reseller")));
    }

    @Test
    void one_kind_of_principal_cannot_do_the_others_work() {
        assertRefused(21, () -> send(world.office));
        assertRefused(21, () -> register(world.shop, "till-2", "2222"));
    }

    @Test
    void a_terminals_password_of_less_than_four_characters_answers_21() {
        String id = register(world.office, "till-2", "abc");
        ClientContext till = ClientContext.of(Principal.terminal(id), "abc");

        assertRefused(21, () -> send(till));
        assertRefused(21, () -> world.seqr.getPaymentStatus(till, "1", 0));
        assertRefused(21, () -> world.seqr.registry().unregisterTerminal(till));
        assertRefused(54, () -> world.seqr.cancelInvoice(till, "1"));
    }

    @Test
    void a_registered_terminal_can_be_paid_and_an_unregistered_one_is_unknown() {
        String id = register(world.office, "till-2", "2222");
        ClientContext till = ClientContext.of(Principal.terminal(id), "2222");
        assertThat(id).matches("[0-9a-f]{32}");

        String reference = send(till);
        world.pay(reference);
        assertThat(world.seqr.getPaymentStatus(till, reference, 0).status()).isEqualTo(InvoiceStatus.PAID);

        world.seqr.registry().unregisterTerminal(till);
        assertRefused(29, () -> send(till));
    }

    @Test
    void a_terminal_is_registered_once_and_completely() {
        register(world.office, "till-2", "2222");

        assertRefused(57, () -> register(world.office, "till-2", "3333"));
        assertRefused(56, () -> register(world.office, " ", "3333"));
        assertRefused(56, () -> register(world.office, "till-3", null));
    }

    @Test
    void a_shop_sees_its_own_invoices_only() {
        String reference = world.send();
        String id = register(world.office, "till-2", "2222");
        ClientContext till = ClientContext.of(Principal.terminal(id), "2222");

        assertRefused(54, () -> world.seqr.getPaymentStatus(till, reference, 0));
        assertRefused(54, () -> world.seqr.cancelInvoice(till, reference));
        assertRefused(54, () -> world.seqr.commitReservation(till, SeqrFixture.PRICE, reference));
        assertRefused(54, () -> world.seqr.updateInvoice(till, reference, anInvoice(), List.of()));
        assertRefused(54, () -> world.seqr.getPaymentStatus(world.shop, null, 0));
        world.pay(reference);
        String ers = world.status(reference).ersReference();
        assertRefused(23, () -> world.seqr.refundPayment(till, ers, anInvoice()));
    }

    @Test
    void a_seqr_id_is_letters_and_digits_and_unique() {
        ClientContext till = ClientContext.of(Principal.terminal(register(world.office, "till-2", "2222")), "2222");
        world.seqr.registry().assignSeqrId(world.shop, "Tea1");
        world.seqr.registry().assignSeqrId(world.shop, "Tea1");

        assertRefused(53, () -> world.seqr.registry().assignSeqrId(till, "tea1"));
        assertRefused(53, () -> world.seqr.registry().assignSeqrId(till, "tea-1"));
        assertRefused(53, () -> world.seqr.registry().assignSeqrId(till, ""));
        assertRefused(53, () -> world.seqr.registry().assignSeqrId(till, null));
    }

    @Test
    void passwords_do_not_show() {
        assertThat(world.shop.toString()).doesNotContain("password=terminal");
        assertThat(Terminal.of("t", "secret-word", "n", "r").toString()).doesNotContain("secret-word");
    }

    private String send(ClientContext context) {
        return world.seqr.sendInvoice(context, anInvoice(), List.of()).invoiceReference();
    }

    private void mark(ClientContext context) {
        world.seqr.reports().markTransactionPeriod(context, Map.of());
    }

    private String register(ClientContext context, String externalId, String password) {
        Password chosen = password == null ? null : new Password(password);
        return world.seqr.registry().registerTerminal(context, externalId, chosen, "Till");
    }

    private static Invoice anInvoice() {
        return Invoice.over(SeqrFixture.PRICE).build();
    }
}
