package dev.seqrpay.simulator.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** SEQR on a clock that the test turns, with one shop and one payer. */
final class SeqrFixture implements InstantSource {
    static final String PIN = "1234";
    static final Amount PRICE = Amount.of("99.50", "SEK");
    static final Principal TERMINAL = Principal.terminal("t1");
    static final Principal RESELLER = Principal.reseller("r1");

    final ClientContext shop = ClientContext.of(TERMINAL, "terminal");
    final ClientContext office = ClientContext.of(RESELLER, "reseller");
    final List<Notification> notifications = new ArrayList<>();
    final Switches switches = new Switches();
    final Seqr seqr;
    final Payer payer;
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    SeqrFixture() {
        seqr = new Seqr(this, new Random(1), switches, notifications::add);
        payer = seqr.payer();
        seqr.registry().add(Reseller.of("r1", "reseller"));
        seqr.registry().add(Terminal.of("t1", "terminal", "Corner shop", "r1"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void passSeconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    String send() {
        return send(Invoice.over(PRICE).build());
    }

    String send(Invoice invoice) {
        return seqr.sendInvoice(shop, invoice, List.of()).invoiceReference();
    }

    PaymentStatus status(String reference) {
        return status(reference, 0);
    }

    PaymentStatus status(String reference, int version) {
        return seqr.getPaymentStatus(shop, reference, version);
    }

    void pay(String reference) {
        payer.scan(reference);
        payer.confirm(reference, PIN);
    }

    /** Paid, and the shop has heard of it. */
    String paid() {
        String reference = send();
        pay(reference);
        status(reference);
        return reference;
    }

    InvoiceView view(String reference) {
        return payer.look(reference);
    }

    Report report(ClientContext by, String reportId, String period) {
        return seqr.reports().executeReport(by, reportId, Map.of("transactionPeriodId", period));
    }
}
