package dev.seqrpay.simulator.control;

import dev.seqrpay.simulator.core.CustomerToken;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.Notification;
import dev.seqrpay.simulator.core.Payer;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.instant.InstantCheckout;
import dev.seqrpay.simulator.notification.HttpNotifier;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The invoices, and the payer's phone.
 *
 * <ul>
 *   <li>{@code GET /api/invoices}: newest first, the last 100
 *   <li>{@code GET /api/invoices/all}: newest first, every one
 *   <li>{@code GET /api/invoices/<ref>}: one
 *   <li>{@code POST /api/scan} with {@code {"code": "HTTP://SEQR.SE/R…"}}: to the PIN prompt; a code that is printed at a
 *       product ({@link InstantCheckout}) makes its invoice first
 *   <li>{@code POST /api/invoices/<ref>/scan}: the same for a bare reference
 *   <li>{@code POST …/pay} with {@code {"pin": "1234"}}, after a scan
 *   <li>{@code POST …/cancel}, {@code POST …/walk-away}, after a scan
 *   <li>{@code POST …/tokens} with {@code {"id", "value", "description"}}: offers a coupon, after a scan
 *   <li>{@code POST …/notify} with {@code {"forged": true|false}}: posts a notification now, in any state
 * </ul>
 *
 * All answer with the invoice; 404 if SEQR does not know it, 409 with {@code error} if the phone would say no.
 */
public final class InvoicesApi {
    private static final int LISTED = 100;
    private static final List<String> ALL = List.of("all");

    private final Seqr seqr;
    private final Payer payer;
    private final HttpNotifier notifier;
    private final InstantCheckout instantCheckout;

    public InvoicesApi(Seqr seqr, HttpNotifier notifier, InstantCheckout instantCheckout) {
        this.instantCheckout = instantCheckout;
        this.seqr = seqr;
        this.payer = seqr.payer();
        this.notifier = notifier;
    }

    public Object scan(JsonRequest request) {
        String code = request.text("code", "");
        return InvoiceJson.of(payer.scan(InstantCheckout.isPrinted(code) ? instantCheckout.purchase(code) : code));
    }

    public Object invoices(JsonRequest request) {
        List<String> path = request.path();
        if (path.isEmpty()) return list(seqr.invoices(LISTED));
        if (path.equals(ALL)) return list(seqr.invoices());
        String reference = path.get(0);
        return InvoiceJson.of(path.size() == 1 ? payer.look(reference) : act(reference, path.get(1), request));
    }

    private static Object list(List<InvoiceView> invoices) {
        return Map.of("invoices", invoices.stream().map(InvoiceJson::of).toList());
    }

    private InvoiceView act(String reference, String action, JsonRequest request) {
        if (!request.is("POST")) throw new IllegalArgumentException("POST, please");
        return switch (action) {
            case "scan" -> payer.scan(reference);
            case "pay" -> payer.confirm(reference, request.text("pin", ""));
            case "cancel" -> payer.cancel(reference);
            case "walk-away" -> payer.walkAway(reference);
            case "tokens" -> payer.offer(reference, token(request));
            case "notify" -> notify(payer.look(reference), request.flag("forged", false));
            default -> throw new NoSuchElementException("No such action: " + action);
        };
    }

    private InvoiceView notify(InvoiceView invoice, boolean forged) {
        String url = invoice.invoice().notificationUrl();
        if (url == null) throw new IllegalArgumentException("This invoice has no notificationUrl.");
        notifier.post(new Notification(invoice.reference(), url), forged);
        return invoice;
    }

    private static CustomerToken token(JsonRequest request) {
        return CustomerToken.offered(
                request.text("id", "card-1"), request.text("value", "1"), request.text("description", "Loyalty card"));
    }
}
