package dev.seqrpay.seqr;

import org.jspecify.annotations.Nullable;

/**
 * A marked period. SEQR wants the terminal at both calls: a terminal's report on a shop's period stays "not ready".
 *
 * @param terminalId the one terminal that it is about, {@code null} for all of the shop's
 */
public record ReportPeriod(String id, @Nullable String terminalId) {}
