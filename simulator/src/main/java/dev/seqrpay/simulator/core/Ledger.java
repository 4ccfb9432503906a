package dev.seqrpay.simulator.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every movement of money in the order in which it happened; nothing is ever changed or removed. */
final class Ledger {
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, List<LedgerEntry>> byInvoice = new HashMap<>();

    void add(LedgerEntry entry) {
        entries.add(entry);
        byInvoice
                .computeIfAbsent(entry.invoiceReference(), reference -> new ArrayList<>())
                .add(entry);
    }

    List<LedgerEntry> of(String invoiceReference) {
        return List.copyOf(byInvoice.getOrDefault(invoiceReference, List.of()));
    }

    int size() {
        return entries.size();
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    List<LedgerEntry> between(int from, int to) {
        return List.copyOf(entries.subList(from, to));
    }
}
