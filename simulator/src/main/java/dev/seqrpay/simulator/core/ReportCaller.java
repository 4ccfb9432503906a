package dev.seqrpay.simulator.core;

/** Who asks for a report: a reseller user for its shop, or a terminal for itself. */
record ReportCaller(String resellerId, String terminalId) {
    boolean isTerminal() {
        return terminalId != null;
    }
}
