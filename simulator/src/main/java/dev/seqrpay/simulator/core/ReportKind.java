package dev.seqrpay.simulator.core;

import java.util.Arrays;
import java.util.Optional;

/** The four reports that SEQR has: two for a shop, asked for by a reseller user, and two for a terminal. */
enum ReportKind {
    SHOP("Reconciliation/Shop.xml", "Reconciliation of the shop", true),
    SHOP_PER_TERMINAL("Reconciliation/STD_RECON_003.xml", "Reconciliation of the shop, per terminal", true),
    TERMINAL("STD_RECON_006.xml", "Reconciliation of the terminal", false),
    TERMINAL_DETAILS("STD_RECON_007.xml", "Reconciliation of the terminal, with details", false);

    private final String id;
    private final String title;
    private final boolean ofShop;

    ReportKind(String id, String title, boolean ofShop) {
        this.id = id;
        this.title = title;
        this.ofShop = ofShop;
    }

    static Optional<ReportKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    boolean isOfShop() {
        return ofShop;
    }
}
