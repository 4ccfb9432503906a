package dev.seqrpay.local.simulator.core;

import java.util.ArrayList;
import java.util.List;

/** Every movement of money in the order in which it happened; nothing is ever changed or removed. */
final class Ledger {
    private final List<LedgerEntry> entries = new ArrayList<>();

    void add(LedgerEntry entry) {
        entries.add(entry);
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
