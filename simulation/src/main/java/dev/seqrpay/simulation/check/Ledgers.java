package dev.seqrpay.simulation.check;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.Seqr;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Both sides of what is checked: SEQR's books and our table, and what has been seen of either. */
final class Ledgers {
    final Seqr seqr;
    final Table table;
    final Map<String, Tracked> payments = new LinkedHashMap<>();
    final Map<String, Made> invoices = new LinkedHashMap<>();
    /** Why which payment is to be cancelled. */
    private final Map<String, Set<Reason>> wishes = new HashMap<>();
    /** Of which the shops want the money that is reserved. */
    final Set<String> capturing = new HashSet<>();
    /** By title, the payment. */
    final Map<String, String> byTitle = new HashMap<>();
    /** Titles of those that are made beside what their order has. */
    final Set<String> alongside = new HashSet<>();
    /** Of which the table does not know that they are their orders': the release that wrote them did not. */
    final Set<String> placeless = new HashSet<>();
    /** Whose money it is. */
    final Map<String, String> ersReferences = new HashMap<>();

    Ledgers(Seqr seqr, Table table) {
        this.seqr = seqr;
        this.table = table;
    }

    void wish(String paymentId, Reason reason) {
        wishes.computeIfAbsent(paymentId, id -> EnumSet.noneOf(Reason.class)).add(reason);
    }

    Set<Reason> wishes(String paymentId) {
        return wishes.getOrDefault(paymentId, Set.of());
    }

    /** Whether it is known outside by its id, or by its title alone. */
    Set<Reason> wishes(Payment payment) {
        Set<Reason> all = EnumSet.noneOf(Reason.class);
        all.addAll(wishes(payment.id()));
        all.addAll(wishes(payment.invoice().title()));
        return all;
    }

    InvoiceView view(String reference) {
        return seqr.payer().look(reference);
    }

    Tracked of(Payment payment) {
        return payments.get(payment.id());
    }
}
