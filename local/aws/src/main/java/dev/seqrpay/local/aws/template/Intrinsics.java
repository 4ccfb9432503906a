package dev.seqrpay.local.aws.template;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Works out {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub}, {@code Fn::Join}, {@code Fn::If} and what conditions are made of; any
 * other function is an error that names it.
 */
final class Intrinsics {
    static final String NO_VALUE = "AWS::NoValue";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final UnaryOperator<String> ref;
    private final UnaryOperator<String> attribute;
    private final Map<String, Object> conditions;

    Intrinsics(UnaryOperator<String> ref, UnaryOperator<String> attribute, Map<String, Object> conditions) {
        this.ref = ref;
        this.attribute = attribute;
        this.conditions = conditions;
    }

    /** What is left of a property when its conditions are worked out; empty if that is {@code AWS::NoValue}. */
    Optional<Object> chosen(@Nullable Object value) {
        if (value instanceof Map<?, ?> call && call.get("Fn::If") instanceof List<?> choice)
            return chosen(holds((String) choice.get(0)) ? choice.get(1) : choice.get(2));
        return Optional.ofNullable(value).filter(known -> !known.equals(Map.of("Ref", NO_VALUE)));
    }

    private boolean holds(String condition) {
        if (!conditions.containsKey(condition)) throw new TemplateException("There is no condition " + condition);
        return isTrue(conditions.get(condition));
    }

    private boolean isTrue(Object condition) {
        Map.Entry<?, ?> function = ((Map<?, ?>) condition).entrySet().iterator().next();
        if (function.getKey().equals("Condition")) return holds((String) function.getValue());
        List<?> operands = (List<?>) function.getValue();
        return switch ((String) function.getKey()) {
            case "Fn::Equals" -> text(operands.get(0)).equals(text(operands.get(1)));
            case "Fn::Not" -> !isTrue(operands.get(0));
            case "Fn::And" -> operands.stream().allMatch(this::isTrue);
            case "Fn::Or" -> operands.stream().anyMatch(this::isTrue);
            default -> throw new TemplateException("Cannot work out " + function);
        };
    }

    String text(@Nullable Object value) {
        if (value == null) throw new TemplateException("A text is missing");
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
            case "Fn::If" ->
                text(chosen(Map.of(function, argument))
                        .orElseThrow(() -> new TemplateException("No value is no text: " + argument)));
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
