package dev.seqrpay.http;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Payment;
import org.jspecify.annotations.Nullable;

/**
 * A payment's addresses below those that this deployment is reached at.
 *
 * @param base of the HTTP API
 * @param sockets of the WebSocket API
 * @param scheme of the SEQR app
 */
public record PublicAddresses(String base, String sockets, String scheme, Tokens tokens) implements Addresses {

    @Override
    public String notification(String paymentId) {
        return base + "/notifications/" + paymentId + "/" + tokens.notification(paymentId);
    }

    @Override
    public String view(String paymentId) {
        return base + "/pay/" + paymentId + "/" + tokens.view(paymentId);
    }

    /** Where somebody opens a shop's payment link. */
    public String link(String merchantId, String linkId) {
        return base + "/link/" + merchantId + "/" + linkId + "/" + tokens.link(merchantId, linkId);
    }

    /** Where another payment is made for what was not paid: at the payment's link, or where the shop says; else {@code null}. */
    public @Nullable String renewal(Payment payment) {
        String link = payment.purchase().source().linkId();
        return link == null ? payment.invoice().renewUrl() : link(payment.merchantId(), link);
    }

    /** Where SEQR asks for a payment when somebody has scanned a printed code of the shop; its end is SEQR's. */
    public String createPurchase(String merchantId) {
        return base + "/instant/" + merchantId + "/" + tokens.instantCheckout(merchantId) + "/createPurchase";
    }

    /** What opens the payment's view: its id and its token in one. */
    String viewId(String paymentId) {
        return paymentId + "." + tokens.view(paymentId);
    }

    /** Where a browser hears how the payment stands. */
    public String socket(String paymentId) {
        return sockets + "?view=" + viewId(paymentId);
    }

    /** What opens the SEQR app on the device itself, or {@code null} as long as there is no code. */
    public @Nullable String app(Payment payment) {
        return payment.seqrLink(scheme);
    }
}
