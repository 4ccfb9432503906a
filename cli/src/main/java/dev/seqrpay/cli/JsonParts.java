package dev.seqrpay.cli;

import java.util.List;
import java.util.Map;

/** What a JSON object must have for a command to go on. */
final class JsonParts {
    private JsonParts() {}

    static String text(Map<?, ?> json, String name) {
        if (json.get(name) instanceof String text) return text;
        throw new FailedException("The answer has no " + name);
    }

    static List<?> list(Map<?, ?> json, String name) {
        if (json.get(name) instanceof List<?> list) return list;
        throw new FailedException("The answer has no " + name);
    }
}
