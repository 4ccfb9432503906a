package dev.seqrpay.local.demo.shop;

import java.util.Map;

/** A text that a JSON object must have. */
final class JsonText {
    private JsonText() {}

    static String of(Map<?, ?> json, String name) {
        if (json.get(name) instanceof String text) return text;
        throw new IllegalArgumentException("There is no text " + name);
    }
}
