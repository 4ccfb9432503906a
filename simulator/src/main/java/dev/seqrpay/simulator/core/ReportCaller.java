package dev.seqrpay.simulator.core;

import org.jspecify.annotations.Nullable;

/** Who asks for a report: a reseller user for its shop, or a terminal for itself. */
record ReportCaller(String resellerId, @Nullable String terminalId) {
    boolean isTerminal() {
        return terminalId != null;
    }
}
