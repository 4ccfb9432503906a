package dev.seqrpay.simulation;

import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.simulation.engine.Plan;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Trace;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.world.World;
import dev.seqrpay.simulator.core.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a violation looks like: how to see it again, the events that lead to it, and both ledgers. */
final class ViolationReport {
    private ViolationReport() {}

    static List<String> of(Plan found, Violation violation, String again) {
        Plan plan = Shrinking.shrunk(found, violation);
        Trace trace = Trace.kept();
        World world = new World(plan, trace);
        Optional<Violation> smallest = Shrinking.violation(world);
        List<String> lines = new ArrayList<>();
        lines.add("Violation " + smallest.orElse(violation).getMessage());
        lines.add("Again: " + again);
        lines.add("Seed " + plan.seed() + ": " + world.weather());
        lines.add("What it takes: " + (plan.payments() - plan.dropped().size()) + " of " + plan.payments()
                + " payments, " + world.faults().happened().size() + " faults");
        lines.addAll(trace.lines());
        lines.add("SEQR's ledger:");
        for (LedgerEntry entry : world.ledger())
            lines.add("  " + Time.clock(Time.of(entry.at())) + " " + entry.kind() + " " + entry.amount() + ", invoice "
                    + entry.invoiceReference() + ", " + entry.clientInvoiceId());
        lines.add("Our ledger:");
        for (String id : world.checks().payments().keySet()) {
            lines.add("  " + Trace.brief(world.table().find(id)));
            for (HistoryEntry event : world.table().history(id))
                lines.add("    " + event.version() + " " + event.from() + " → " + event.to() + ", " + event.cause());
        }
        return lines;
    }
}
