package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** What the shop's side of SEQR and the payer's side share. */
final class Books {
    private final Map<String, SimInvoice> invoices = new HashMap<>();
    private final Map<String, SimInvoice> lastOfTerminal = new HashMap<>();
    private final List<SimInvoice> oldestFirst = new ArrayList<>();
    private final Principals principals = new Principals();
    private final Ledger ledger = new Ledger();
    private final Agenda agenda = new Agenda();
    private final Expiry expiry = new Expiry();
    private final InstantSource time;
    private final SeqrNumbers references;
    private final Switches switches;
    private final MoneyTransfers settlement;
    private final Periods periods;
    private long changes;

    Books(InstantSource time, RandomGenerator random, Switches switches, Notifier notifier) {
        this.time = time;
        this.references = new SeqrNumbers(random);
        this.switches = switches;
        this.settlement = new MoneyTransfers(ledger, agenda, references, switches, notifier);
        this.periods = new Periods(ledger, time.instant());
    }

    /**
     * Every step goes through here, one at a time: first what time has caused since the last step, then the step itself.
     */
    synchronized <T> T enter(Function<Instant, T> step) {
        changes++;
        return step.apply(passTime());
    }

    synchronized void tick() {
        passTime();
    }

    private Instant passTime() {
        Instant now = time.instant();
        boolean expires = !switches.expireAfter().isZero();
        if (agenda.runUntil(now) || expires) changes++;
        expiry.runUntil(
                now,
                switches.expireAfter(),
                switches.of(Variant.ExpiredAs.class).status());
        return now;
    }

    /** Rises with each possible change. */
    synchronized long changes() {
        return changes;
    }

    synchronized List<Terminal> terminals() {
        return principals.terminals();
    }

    synchronized List<KeptInvoice> keep() {
        return oldestFirst.stream()
                .map(invoice -> invoice.keep(ledger.of(invoice.reference())))
                .toList();
    }

    /** What was kept, as if there had been no break: what was due meanwhile is done with the next step. */
    synchronized void restore(List<KeptInvoice> kept) {
        kept.stream()
                .sorted(Comparator.comparing(KeptInvoice::issuedAt).thenComparing(KeptInvoice::reference))
                .forEach(each -> {
                    SimInvoice invoice = SimInvoice.of(each);
                    principals.add(each.terminal());
                    add(invoice);
                    settlement.restore(invoice, each.money(), time.instant());
                });
        kept.stream()
                .flatMap(each -> each.money().stream())
                .sorted(Comparator.comparing(LedgerEntry::at).thenComparing(LedgerEntry::ersReference))
                .forEach(ledger::add);
    }

    private void add(SimInvoice invoice) {
        lastOfTerminal.put(invoice.terminal().id(), invoice);
        invoices.put(invoice.reference(), invoice);
        oldestFirst.add(invoice);
        expiry.watch(invoice);
    }

    SimInvoice issue(Terminal terminal, Invoice invoice, List<CustomerToken> tokens, Instant now) {
        String reference = references.invoice(now, switches.of(Variant.ReferenceDigits.class));
        SimInvoice issued = new SimInvoice(
                reference,
                QrText.of(reference, switches.of(Variant.QrTextCase.class)),
                terminal,
                invoice,
                tokens,
                now,
                switches.of(Variant.FirstVersion.class).number());
        SimInvoice before = lastOfTerminal.get(terminal.id());
        if (before != null && before.status().isOpen() && isCashRegister(terminal))
            before.become(InvoiceStatus.CANCELED);
        add(issued);
        return issued;
    }

    /** It has one customer at a time. */
    private boolean isCashRegister(Terminal terminal) {
        return terminal.isCashRegister() || switches.of(Variant.CashRegisters.class) == Variant.CashRegisters.ALL;
    }

    /** A shop sees its own invoices only. */
    SimInvoice invoice(Terminal terminal, String reference) {
        SimInvoice invoice = invoices.get(reference);
        if (invoice == null || !invoice.isOf(terminal)) throw new Refused(ResultCode.INVALID_INVOICE_REFERENCE);
        return invoice;
    }

    SimInvoice scanned(String reference) {
        SimInvoice invoice = invoices.get(reference);
        if (invoice == null) throw new PayerRefused.UnknownInvoice();
        return invoice;
    }

    List<InvoiceView> newestFirst(int limit) {
        List<InvoiceView> views = new ArrayList<>();
        for (int i = oldestFirst.size() - 1; i >= 0 && views.size() < limit; i--)
            views.add(oldestFirst.get(i).view());
        return views;
    }

    Principals principals() {
        return principals;
    }

    Ledger ledger() {
        return ledger;
    }

    Agenda agenda() {
        return agenda;
    }

    SeqrNumbers references() {
        return references;
    }

    Switches switches() {
        return switches;
    }

    MoneyTransfers settlement() {
        return settlement;
    }

    Periods periods() {
        return periods;
    }
}
