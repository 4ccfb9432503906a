package dev.seqrpay.local.template;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub} and {@code Fn::Join}; any other function is an error that names it. */
final class Intrinsics {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final UnaryOperator<String> ref;
    private final UnaryOperator<String> attribute;

    Intrinsics(UnaryOperator<String> ref, UnaryOperator<String> attribute) {
        this.ref = ref;
        this.attribute = attribute;
    }

    String text(Object value) {
        if (value instanceof Map<?, ?> call && call.size() == 1) {
            Map.Entry<?, ?> function = call.entrySet().iterator().next();
            return call((String) function.getKey(), function.getValue());
        }
        if (value instanceof Map || value instanceof List) throw new TemplateException("Not a text: " + value);
        return String.valueOf(value);
    }

    private String call(String function, Object argument) {
        return switch (function) {
            case "Ref" -> ref.apply((String) argument);
            case "Fn::GetAtt" -> attribute.apply(dotted(argument));
            case "Fn::Sub" ->
                argument instanceof List<?> list
                        ? substitute((String) list.get(0), (Map<?, ?>) list.get(1))
                        : substitute((String) argument, Map.of());
            case "Fn::Join" -> join((List<?>) argument);
            default -> throw new TemplateException("Cannot work out " + function + " " + argument);
        };
    }

    private static String dotted(Object argument) {
        return argument instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(joining("."))
                : (String) argument;
    }

    private String join(List<?> argument) {
        List<?> parts = (List<?>) argument.get(1);
        return parts.stream().map(this::text).collect(joining((String) argument.get(0)));
    }

    private String substitute(String text, Map<?, ?> own) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).isEmpty() ? value(found.group(2), own) : "${" + found.group(2) + "}"));
    }

    private String value(String name, Map<?, ?> own) {
        if (own.containsKey(name)) return text(own.get(name));
        return name.contains(".") ? attribute.apply(name) : ref.apply(name);
    }
}
