package dev.seqrpay.simulator.control;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of the control interface.
 *
 * @param path what comes after the handler's own path, in parts
 * @param body the JSON object that was sent, empty if none was
 */
public record JsonRequest(String method, List<String> path, Map<String, Object> body) {

    boolean is(String wanted) {
        return method.equals(wanted);
    }

    boolean has(String name) {
        return body.get(name) != null;
    }

    @Nullable
    String text(String name) {
        return Objects.toString(body.get(name), null);
    }

    String text(String name, String otherwise) {
        return Objects.toString(body.get(name), otherwise);
    }

    <E extends Enum<E>> E word(String name, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(known -> known.name().equals(text(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of " + EnumSet.allOf(words)));
    }

    long number(String name, long otherwise) {
        String text = text(name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    boolean flag(String name, boolean otherwise) {
        String text = text(name);
        return text == null ? otherwise : Boolean.parseBoolean(text);
    }
}
