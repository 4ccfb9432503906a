package dev.seqrpay.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind the verb: values, and options as {@code --name value} or {@code --name=value}, some without a value. */
public final class Arguments {
    /** Those that take no value. */
    private static final Set<String> SWITCHES = Set.of("--quiet");

    private final List<String> values = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    private Arguments() {}

    static Arguments parse(List<String> words, Set<String> knownOptions) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                arguments.values.add(word);
                continue;
            }
            String[] nameAndValue = word.split("=", 2);
            if (!knownOptions.contains(nameAndValue[0])) throw new UsageException("Unknown option " + nameAndValue[0]);
            boolean valueFollows = nameAndValue.length == 1 && !SWITCHES.contains(word);
            if (valueFollows && i + 1 == words.size()) throw new UsageException(word + " needs a value");
            String value = valueFollows ? words.get(++i) : nameAndValue.length == 1 ? "" : nameAndValue[1];
            arguments
                    .options
                    .computeIfAbsent(nameAndValue[0], name -> new ArrayList<>())
                    .add(value);
        }
        return arguments;
    }

    List<String> values(String... names) {
        if (values.size() != names.length)
            throw new UsageException(
                    names.length == 0 ? "Too much: " + String.join(" ", values) : "Needed: " + String.join(" ", names));
        return values;
    }

    Optional<String> option(String name) {
        List<String> given = options(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /** Each that was given, for an option that may be repeated. */
    List<String> options(String name) {
        return options.getOrDefault(name, List.of());
    }

    String required(String name) {
        return option(name).orElseThrow(() -> new UsageException(name + " is missing"));
    }

    public int port(String name, int byDefault) {
        if (!options.containsKey(name)) return byDefault;
        String port = required(name);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535)
            throw new UsageException(name + " wants a port number, not " + port);
        return Integer.parseInt(port);
    }
}
