package dev.seqrpay.reconciliation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reconciliations in memory. */
public final class MapReconciliations implements Reconciliations {
    private final Map<String, List<Reconciliation>> rows = new HashMap<>();
    private final Map<String, List<Difference>> differences = new HashMap<>();

    @Override
    public Optional<Reconciliation> find(String merchantId, int number) {
        List<Reconciliation> all = rows.getOrDefault(merchantId, List.of());
        return number < 1 || number > all.size() ? Optional.empty() : Optional.of(all.get(number - 1));
    }

    @Override
    public List<Reconciliation> latest(String merchantId, int limit) {
        List<Reconciliation> latest = new ArrayList<>(rows.getOrDefault(merchantId, List.of()));
        Collections.reverse(latest);
        return latest.subList(0, Math.min(limit, latest.size()));
    }

    @Override
    public boolean store(Reconciliation next) {
        List<Reconciliation> all = rows.computeIfAbsent(next.merchantId(), first -> new ArrayList<>());
        int stored = find(next.merchantId(), next.number())
                .map(Reconciliation::version)
                .orElse(0);
        if (stored != next.version() - 1) return false;
        if (stored == 0) all.add(next);
        else all.set(next.number() - 1, next);
        return true;
    }

    @Override
    public void keep(Reconciliation of, List<Difference> found) {
        differences.put(of.merchantId() + "#" + of.number(), List.copyOf(found));
    }

    @Override
    public List<Difference> differences(String merchantId, int number) {
        return differences.getOrDefault(merchantId + "#" + number, List.of());
    }
}
