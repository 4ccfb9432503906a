package dev.seqrpay.local.demo.shop;

import java.math.BigDecimal;
import java.util.Map;

/** Öre as the API and as people write them. */
final class Kronor {
    private Kronor() {}

    static Map<String, Object> json(long ore) {
        return Map.of("currency", "SEK", "value", decimal(ore));
    }

    static String decimal(long ore) {
        return BigDecimal.valueOf(ore, 2).toPlainString();
    }

    static long parse(String decimal) {
        return new BigDecimal(decimal).movePointRight(2).longValueExact();
    }

    static String text(long ore) {
        return decimal(ore) + " kr";
    }
}
