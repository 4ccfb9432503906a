package dev.seqrpay.e2e.crash;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The invoices whose QR code a shopper may have seen: those whose reference is stored. No payer can pay another. */
final class Shown {
    private final CrashDeployment deployment;
    private final SimulatorProcess seqr;

    Shown(CrashDeployment deployment, SimulatorProcess seqr) {
        this.deployment = deployment;
        this.seqr = seqr;
    }

    List<Map<String, Object>> invoices() {
        Set<String> stored = new TableScan(deployment.environment())
                .items().stream()
                        .filter(item -> item.containsKey("reference"))
                        .map(item -> item.get("reference").s())
                        .collect(Collectors.toSet());
        return seqr.invoices().stream()
                .filter(invoice -> stored.contains(invoice.get("reference")))
                .toList();
    }
}
