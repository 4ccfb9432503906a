package dev.seqrpay.web;

/** What the script has to know about a payment that has not ended, as attributes of the page's main element. */
final class Live {
    private final PaymentView view;

    Live(PaymentView view) {
        this.view = view;
    }

    Element describe(Element main) {
        return main.with("data-status", view.status())
                .with("data-socket", view.socket())
                .with("data-receipt", view.receipt(view.language()))
                .with("data-state", view.payment().state().name())
                .with("data-seq", String.valueOf(view.payment().version()))
                .with("data-expires-at", view.payment().expiresAt().toString())
                .with("data-now", view.now().toString());
    }
}
