package dev.seqrpay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.loopback.Await;
import dev.seqrpay.simulator.core.Amount;
import dev.seqrpay.simulator.core.ClientContext;
import dev.seqrpay.simulator.core.Invoice;
import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.LedgerEntry;
import dev.seqrpay.simulator.core.Password;
import dev.seqrpay.simulator.core.Principal;
import dev.seqrpay.simulator.core.ReceiptDocument;
import dev.seqrpay.simulator.core.Seqr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that is stopped and started again in the same folder. */
class KeptInvoicesTest {
    private static final SimulatorOptions STANDARD = SimulatorOptions.standard();
    private static final ClientContext SHOP =
            ClientContext.of(Principal.terminal(STANDARD.terminalId()), STANDARD.terminalPassword());
    private static final Invoice INVOICE =
            Invoice.over(Amount.of("149.00", "SEK")).title("Cap").build();

    @TempDir
    Path folder;

    private final List<String> messages = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private final InstantSource clock = () -> now;

    private Simulator start() {
        return Simulator.start(STANDARD.time(clock), Optional.of(folder), messages::add);
    }

    private static String send(Seqr seqr) {
        return seqr.sendInvoice(SHOP, INVOICE, List.of()).invoiceReference();
    }

    private static String pay(Seqr seqr, String reference) {
        seqr.payer().scan(reference);
        return seqr.payer().confirm(reference, "1234").ersReference();
    }

    @Test
    void every_invoice_is_as_it_was_and_so_is_the_money() {
        List<InvoiceView> before;
        List<LedgerEntry> ledger;
        String ers;
        String open;
        try (Simulator simulator = start()) {
            Seqr seqr = simulator.core();
            open = send(seqr);
            String paid = send(seqr);
            ers = pay(seqr, paid);
            seqr.getPaymentStatus(SHOP, paid, 0);
            seqr.refundPayment(
                    SHOP, ers, Invoice.over(Amount.of("49.00", "SEK")).build());
            seqr.submitPaymentReceipt(SHOP, ers, new ReceiptDocument("text/html", null, new byte[] {1, 2}));
            seqr.cancelInvoice(SHOP, send(seqr));
            before = seqr.invoices();
            ledger = seqr.ledger();
        }
        try (Simulator simulator = start()) {
            Seqr seqr = simulator.core();
            assertThat(seqr.invoices()).isEqualTo(before);
            assertThat(seqr.ledger()).isEqualTo(ledger);
            assertThatThrownBy(() -> seqr.refundPayment(
                            SHOP, ers, Invoice.over(Amount.of("100.01", "SEK")).build()))
                    .hasMessage("SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION");
            pay(seqr, open);
            assertThat(seqr.payer().look(open).status()).isEqualTo(InvoiceStatus.PAID);
        }
        assertThat(messages).isEmpty();
    }

    /** SEQR does not stop when our machine does. */
    @Test
    void a_payment_that_was_not_asked_about_is_reversed_although_it_did_not_run() {
        String reference;
        try (Simulator simulator = start()) {
            reference = send(simulator.core());
            pay(simulator.core(), reference);
        }
        now = now.plusSeconds(20);
        try (Simulator simulator = start()) {
            assertThat(simulator.core().payer().look(reference).status()).isEqualTo(InvoiceStatus.PAID);
        }
        now = now.plusSeconds(3600);
        try (Simulator simulator = start()) {
            InvoiceView view = simulator.core().payer().look(reference);
            assertThat(view.reversed()).isTrue();
            assertThat(simulator.core().ledger())
                    .extracting(LedgerEntry::kind)
                    .containsExactly(LedgerEntry.Kind.PAYMENT, LedgerEntry.Kind.REVERSAL);
        }
    }

    @Test
    void a_payer_at_the_prompt_is_not_there_any_more_and_may_come_again() {
        String reference;
        try (Simulator simulator = start()) {
            reference = send(simulator.core());
            simulator.core().payer().scan(reference);
        }
        try (Simulator simulator = start()) {
            assertThat(simulator.core().payer().look(reference).beingPaid()).isFalse();
            pay(simulator.core(), reference);
        }
    }

    @Test
    void terminals_that_were_registered_are_known_and_those_that_have_gone_are_not() {
        ClientContext reseller =
                ClientContext.of(Principal.reseller(STANDARD.resellerId()), STANDARD.resellerPassword());
        String kept;
        String gone;
        try (Simulator simulator = start()) {
            kept = simulator.core().registry().registerTerminal(reseller, "till 1", new Password("5678"), "Till");
            gone = simulator.core().registry().registerTerminal(reseller, "till 2", new Password("5678"), "Till");
            simulator.core().tick();
        }
        try (Simulator simulator = start()) {
            simulator.core().sendInvoice(ClientContext.of(Principal.terminal(kept), "5678"), INVOICE, List.of());
            simulator.core().registry().unregisterTerminal(ClientContext.of(Principal.terminal(gone), "5678"));
        }
        try (Simulator simulator = start()) {
            assertThatThrownBy(() -> simulator
                            .core()
                            .sendInvoice(ClientContext.of(Principal.terminal(gone), "5678"), INVOICE, List.of()))
                    .hasMessage("INVALID_INITIATOR_PRINCIPAL_ID");
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_put_aside_and_the_others_are_read() throws IOException {
        String[] references = new String[4];
        try (Simulator simulator = start()) {
            for (int i = 0; i < references.length; i++) references[i] = send(simulator.core());
        }
        Files.writeString(file(references[0]), "{\"format\":1,\"refer");
        Files.writeString(
                file(references[1]), Files.readString(file(references[1])).replace("\"format\" : 1", "\"format\" : 2"));
        Files.write(file(references[2]), new byte[] {(byte) 0xff, 0});
        try (Simulator simulator = start()) {
            assertThat(simulator.core().invoices())
                    .extracting(InvoiceView::reference)
                    .containsExactly(references[3]);
        }
        assertThat(messages).hasSize(3).allSatisfy(message -> assertThat(message)
                .contains("cannot be read", ".broken"));
        for (int i = 0; i < 3; i++)
            assertThat(Path.of(file(references[i]) + ".broken"))
                    .as(references[i])
                    .exists();
    }

    @Test
    void what_changes_is_written_while_it_runs_and_whole() throws Exception {
        try (Simulator simulator = start()) {
            String reference = send(simulator.core());
            Await.until(() -> Files.exists(file(reference)));
            pay(simulator.core(), reference);
            Await.until(() -> text(file(reference)).contains("\"status\" : \"PAID\""));
            try (Stream<Path> files = Files.list(folder.resolve("invoices"))) {
                assertThat(files).containsExactly(file(reference));
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String reference) {
        return folder.resolve("invoices").resolve(reference + ".json");
    }
}
