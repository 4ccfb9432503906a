package dev.seqrpay.simulator.core;

import dev.seqrpay.simulator.core.ReportVariant.ShopReport;
import dev.seqrpay.simulator.core.ReportVariant.SummaryRoot;
import dev.seqrpay.simulator.core.ReportVariant.TerminalReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The reports that SEQR has: four for a shop and two for a terminal. */
enum ReportKind {
    SHOP("Shop", "STD_RECON_001"),
    SHOP_BY_TERMINAL("STD_RECON_002"),
    SHOP_DETAILS("STD_RECON_003"),
    SHOP_BY_CASHIER("STD_RECON_004"),
    TERMINAL("STD_RECON_006"),
    TERMINAL_DETAILS("STD_RECON_007");

    private final List<String> names;

    ReportKind(String... names) {
        this.names = List.of(names);
    }

    /** @param id with its folder and its {@code .xml}, or without */
    static Optional<ReportKind> of(String id) {
        String name = id.replaceFirst("^Reconciliation/", "").replaceFirst("\\.xml$", "");
        return Arrays.stream(values()).filter(kind -> kind.names.contains(name)).findFirst();
    }

    boolean isOfShop() {
        return this != TERMINAL && this != TERMINAL_DETAILS;
    }

    /** What its title may say. */
    String fileName() {
        return names.get(0) + ".xml";
    }

    Report.Shape shape(Switches switches) {
        return switch (this) {
            case SHOP -> isSummary(switches) ? Report.Shape.BY_TERMINAL : Report.Shape.DETAILS;
            case SHOP_BY_TERMINAL -> Report.Shape.BY_TERMINAL;
            case SHOP_DETAILS -> Report.Shape.DETAILS;
            case SHOP_BY_CASHIER -> Report.Shape.BY_CASHIER;
            case TERMINAL -> Report.Shape.TOTAL;
            case TERMINAL_DETAILS ->
                switches.of(TerminalReport.class) == TerminalReport.DETAILS ? Report.Shape.DETAILS : Report.Shape.TOTAL;
        };
    }

    private static boolean isSummary(Switches switches) {
        return switches.of(ShopReport.class) == ShopReport.SUMMARY;
    }

    /** The name of the document's element. */
    String root(Switches switches) {
        return switch (shape(switches)) {
            case DETAILS -> "TransactionDetails";
            case BY_TERMINAL -> this == SHOP ? "ResellerTransactionSummary" : SummaryRoot.TERMINAL.element();
            case BY_CASHIER -> SummaryRoot.CASHIER.element();
            case TOTAL -> switches.of(SummaryRoot.class).element();
        };
    }
}
