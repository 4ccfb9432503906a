package dev.seqrpay.http;

import static dev.seqrpay.http.MoneyJson.money;

import dev.seqrpay.link.PaymentLink;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Payment links as their shop sees them. */
public final class LinkJson {
    private LinkJson() {}

    public static Map<String, Object> link(PaymentLink link, PublicAddresses addresses, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", link.id());
        json.put("open", link.isOpen(now));
        json.put("enabled", !link.isOff());
        json.put("orderId", link.invoice().orderId());
        json.put("title", link.invoice().title());
        json.put("totalAmount", money(link.invoice().total()));
        if (!link.invoice().metadata().isEmpty())
            json.put("metadata", link.invoice().metadata());
        json.put("reusable", link.maxUses() == null);
        if (link.maxUses() != null) json.put("maxUses", link.maxUses());
        json.put("createdAt", link.createdAt().toString());
        if (link.expiresAt() != null) json.put("expiresAt", link.expiresAt().toString());
        String url = addresses.link(link.merchantId(), link.id());
        json.put("url", url);
        json.put("qrCode", url + "/qr.svg");
        json.put("purchaseToken", link.id());
        json.put("createPurchaseURL", addresses.createPurchase(link.merchantId()));
        return json;
    }
}
