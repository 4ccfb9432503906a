package dev.seqrpay.http;

import dev.seqrpay.payment.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/** An amount as the outside sees it: a currency and a decimal text. */
final class MoneyJson {
    private MoneyJson() {}

    static Map<String, Object> money(Money money) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("currency", money.currency().getCurrencyCode());
        json.put("value", money.decimal().toPlainString());
        return json;
    }
}
