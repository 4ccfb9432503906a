package dev.seqrpay.http;

import dev.seqrpay.http.Problem.FieldError;
import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose fields are read one by one, each by its rule. It collects the errors, so that the caller gets all of
 * them at once; a field with an error reads as {@code null}.
 */
public final class Fields {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3}0{0,20})?");
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,40}");
    /** The times that every XML parser reads: {@code java.time} alone would let the year 999999999 pass. */
    private static final Pattern TIME = Pattern.compile("20[0-9]{2}-.{1,40}");

    private final String path;
    private final Map<String, Object> values;
    private final List<FieldError> errors;

    public Fields(byte[] json) {
        this("", object(json), new ArrayList<>());
    }

    public Fields(Map<String, String> query) {
        this("", new HashMap<>(query), new ArrayList<>());
    }

    private Fields(String path, Map<String, Object> values, List<FieldError> errors) {
        this.path = path;
        this.values = values;
        this.errors = errors;
    }

    private static Map<String, Object> object(byte[] json) {
        try {
            return Json.object(json);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("body", String.valueOf(e.getMessage()));
        }
    }

    public Fields allow(Set<String> names) {
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name ->
                        error(name.length() > 40 ? name.substring(0, 40) : name, "is not a field of this request"));
        return this;
    }

    @Nullable
    String text(String name, int maxLength) {
        return read(name, String.class, "must be a string", text -> Text.shown(text, maxLength));
    }

    /** A text of a form of its own. */
    <T> @Nullable T text(String name, int maxLength, Function<String, T> as) {
        return read(name, String.class, "must be a string", text -> as.apply(Text.shown(text, maxLength)));
    }

    /** A whole number, written as one or in a text, as the parameters of an address are. */
    @Nullable
    Integer number(String name, int least, int most) {
        String reason = "must be a whole number from " + least + " to " + most;
        return read(name, Object.class, reason, value -> {
            String text = String.valueOf(value);
            if (text.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) return number;
            }
            throw new IllegalArgumentException(reason);
        });
    }

    @Nullable
    Boolean flag(String name) {
        return read(name, Boolean.class, "must be true or false", value -> value);
    }

    /** Some of a few words, each once; an empty list is given too. */
    @Nullable
    Set<String> words(String name, Set<String> allowed) {
        return read(name, List.class, "must be a list of strings", list -> {
            Set<String> words = new TreeSet<>();
            for (Object word : list) {
                if (!(word instanceof String text) || !allowed.contains(text))
                    throw new IllegalArgumentException("must be a list of some of " + String.join(", ", allowed));
                words.add(text);
            }
            return words;
        });
    }

    /** One of a few words. */
    <T> @Nullable T choice(String name, Map<String, T> words) {
        return read(name, String.class, "must be a string", word -> {
            if (!words.containsKey(word))
                throw new IllegalArgumentException(
                        "must be one of " + words.keySet().stream().sorted().collect(Collectors.joining(", ")));
            return words.get(word);
        });
    }

    @Nullable
    BigDecimal decimal(String name) {
        return read(name, String.class, "must be a decimal in a string, such as \"1\" or \"2.5\"", text -> {
            if (!DECIMAL.matcher(text).matches())
                throw new IllegalArgumentException("must be a decimal such as \"1\" or \"2.5\": up to 9 digits,"
                        + " at most three decimal places and zeros behind them, no sign, no exponent");
            return new BigDecimal(text);
        });
    }

    @Nullable
    Instant instant(String name) {
        return read(name, String.class, "must be a string", text -> {
            try {
                if (TIME.matcher(text).matches())
                    return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException notATime) {
                // the same reason for both
            }
            throw new IllegalArgumentException(
                    "must be a time of this century with its zone, such as 2026-01-31T12:00:00Z");
        });
    }

    public @Nullable Money money(String name) {
        return money(name, Money::minor);
    }

    /** An amount that may be negative, as a discount is. */
    @Nullable
    Money signedMoney(String name) {
        return money(name, Money::signedMinor);
    }

    private @Nullable Money money(String name, Function<String, Long> read) {
        Fields amount = fields(name, Set.of("currency", "value"));
        if (amount == null) return null;
        Currency currency =
                amount.need("currency", amount.read("currency", String.class, "must be a string", Money::currency));
        Long minor = amount.need(
                "value", amount.read("value", String.class, "must be a decimal in a string, such as \"149.00\"", read));
        return currency == null || minor == null ? null : new Money(currency, minor);
    }

    @Nullable
    List<Fields> list(String name, int least, int most, Set<String> names) {
        List<?> list = read(name, List.class, "must be a list", value -> value);
        if (list == null) return null;
        if (list.size() < least || list.size() > most)
            return error(name, "must have " + least + " to " + most + " entries");
        return IntStream.range(0, list.size())
                .mapToObj(index -> nested(name + "[" + index + "]", list.get(index), names))
                .filter(fields -> fields != null)
                .toList();
    }

    /** Strings by names that the caller chooses, kept to the letter; one that is blank or {@code null} is not given. */
    SortedMap<String, String> texts(String name, int max, int maxLength) {
        SortedMap<String, String> texts = new TreeMap<>();
        Map<?, ?> map = read(name, Map.class, "must be an object of strings", value -> value);
        if (map == null) return texts;
        if (map.size() > max) error(name, "must have at most " + max + " entries");
        Fields entries = new Fields(path + name + ".", Json.asObject(map), errors);
        for (String entry : entries.values.keySet()) {
            if (!NAME.matcher(entry).matches()) error(name, "must have names of 1 to 40 visible ASCII characters");
            String text = entries.read(entry, String.class, "must be a string", value -> Text.stored(value, maxLength));
            if (text != null) texts.put(entry, text);
        }
        return texts;
    }

    private @Nullable Fields fields(String name, Set<String> names) {
        return given(name) == null ? null : nested(name, given(name), names);
    }

    private @Nullable Fields nested(String name, @Nullable Object value, Set<String> names) {
        if (!(value instanceof Map<?, ?>)) return error(name, "must be an object");
        return new Fields(path + name + ".", Json.asObject(value), errors).allow(names);
    }

    /** Reports the field as missing, unless it is there, right or wrong. */
    public <T> @Nullable T need(String name, @Nullable T value) {
        if (value == null && given(name) == null)
            error(name, values.get(name) == null ? "is missing" : "must not be blank");
        return value;
    }

    boolean has(String name) {
        return given(name) != null;
    }

    /** Forms send an empty text for a field that was left out. */
    private @Nullable Object given(String name) {
        Object value = values.get(name);
        return value instanceof String text && Text.isBlank(text) ? null : value;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // it is always null, of the type that is wanted there
    public <T> @Nullable T error(String name, String reason) {
        errors.add(new FieldError(path + name, reason));
        return null;
    }

    boolean isFine() {
        return errors.isEmpty();
    }

    /** A value that was needed, once all fields are read. */
    public <T> T rightOf(@Nullable T needed) {
        throwIfWrong();
        if (needed == null) throw new IllegalStateException("a field was not said to be needed");
        return needed;
    }

    public void throwIfWrong() {
        if (!isFine()) throw Problem.invalid(errors);
    }

    private <V, T> @Nullable T read(String name, Class<V> type, String otherwise, Function<V, T> as) {
        Object value = given(name);
        if (value == null) return null;
        if (!type.isInstance(value)) return error(name, otherwise);
        try {
            return as.apply(type.cast(value));
        } catch (IllegalArgumentException e) {
            return error(name, String.valueOf(e.getMessage()));
        }
    }
}
