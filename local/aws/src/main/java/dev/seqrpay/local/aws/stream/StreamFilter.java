package dev.seqrpay.local.aws.stream;

import dev.seqrpay.local.aws.template.TemplateException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * A pattern of Lambda's event filtering, as far as the template needs it: an object has to fit field by field, a list holds
 * the values or prefixes that a text may have.
 */
record StreamFilter(Map<String, Object> pattern) {

    static StreamFilter parse(String json) {
        return new StreamFilter(JSON.std.mapFrom(json));
    }

    boolean fits(Map<String, Object> event) {
        return fits(pattern, event);
    }

    private static boolean fits(Object wanted, @Nullable Object value) {
        if (wanted instanceof List<?> choices) return choices.stream().anyMatch(choice -> is(choice, value));
        Map<?, ?> fields = (Map<?, ?>) wanted;
        return value instanceof Map<?, ?> object
                && fields.entrySet().stream().allMatch(field -> fits(field.getValue(), object.get(field.getKey())));
    }

    private static boolean is(Object choice, @Nullable Object value) {
        if (!(choice instanceof Map<?, ?> operator)) return choice.equals(value);
        if (operator.size() == 1 && operator.get("prefix") instanceof String prefix)
            return value instanceof String text && text.startsWith(prefix);
        throw new TemplateException("Cannot filter by " + choice);
    }
}
