package dev.seqrpay.handler;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code template.yaml} keeps in Secrets Manager.
 *
 * @param macKey makes payment ids and address tokens
 * @param seqrPassword the terminal's
 */
record Secret(String macKey, String seqrPassword) {

    /** @throws IllegalStateException that lists all that is missing, and shows nothing of what is there */
    static Secret parse(String json) {
        Map<String, Object> values = values(json);
        List<String> missing = Stream.of("macKey", "seqrPassword")
                .filter(name -> !(values.get(name) instanceof String text) || text.isBlank())
                .toList();
        if (!missing.isEmpty())
            throw new IllegalStateException("The secret of SECRET_ARN lacks " + String.join(", ", missing));
        return new Secret((String) values.get("macKey"), (String) values.get("seqrPassword"));
    }

    private static Map<String, Object> values(String json) {
        try {
            return Json.object(json.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notJson) {
            throw new IllegalStateException("The secret of SECRET_ARN " + notJson.getMessage());
        }
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
