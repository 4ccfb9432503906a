package dev.seqrpay.handler;

import dev.seqrpay.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** The body of a good checkout with one row, to be spoiled at one place. */
public final class OrderJson {
    private static final String GOOD = """
            {
              "orderId": "1001",
              "title": "Fest",
              "totalAmount": {"currency": "SEK", "value": "149.00"},
              "invoiceRows": [{
                "itemDescription": "Cap",
                "itemQuantity": "1",
                "itemTotalAmount": {"currency": "SEK", "value": "149.00"},
                "itemUnitPrice": {"currency": "SEK", "value": "149.00"},
                "itemDiscount": {"currency": "SEK", "value": "0"},
                "itemTaxRate": "25",
                "itemUnit": "PCS",
                "itemSKU": "CAP",
                "itemEAN": "7310865004703"
              }],
              "issueDate": "2026-01-31T12:00:00Z",
              "cashierId": "Kim",
              "footer": "Thanks",
              "backURL": "https://shop.example/orders/1001",
              "renewURL": "https://shop.example/orders/1001/renew",
              "returnURL": "https://shop.example/orders/1001/thanks",
              "cancelURL": "https://shop.example/orders/1001/cart",
              "expiresAt": "2026-01-31T12:30:00Z",
              "metadata": {"cart": "c-17", "channel": "web"}
            }
            """;
    private static final String HERE = "\"@here@\"";

    private OrderJson() {}

    public static byte[] good() {
        return GOOD.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] without(String path) {
        Map<String, Object> order = JSON.std.mapFrom(GOOD);
        parent(order, path).remove(last(path));
        return JSON.std.asString(order).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param path such as {@code invoiceRows[0].itemTotalAmount.value}
     * @param value JSON, or what is meant to be taken for it
     */
    public static byte[] with(String path, String value) {
        Map<String, Object> order = JSON.std.mapFrom(GOOD);
        parent(order, path).put(last(path), HERE.replace("\"", ""));
        return JSON.std.asString(order).replace(HERE, value).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> parent(Map<String, Object> order, String path) {
        Map<String, Object> at = order;
        String[] names = path.replace("[0]", "").split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            Object next = at.get(names[i]);
            at = Json.asObject(next instanceof List<?> list ? list.get(0) : next);
        }
        return at;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
