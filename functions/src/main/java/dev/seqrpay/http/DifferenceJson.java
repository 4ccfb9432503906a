package dev.seqrpay.http;

import dev.seqrpay.payment.Money;
import dev.seqrpay.reconciliation.Difference;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A difference between our table and SEQR's report. What one of the two does not have is not there. */
public final class DifferenceJson {
    private DifferenceJson() {}

    public static Map<String, Object> of(Difference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", difference.kind().name());
        put(json, "paymentId", difference.paymentId());
        put(json, "refundId", difference.refundId());
        put(json, "ersReference", difference.ersReference());
        Money ours = difference.ours();
        if (ours != null) json.put("ours", MoneyJson.money(ours));
        BigDecimal reported = difference.reported();
        if (reported != null) json.put("reported", reported.toPlainString());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable String value) {
        if (value != null) json.put(name, value);
    }
}
