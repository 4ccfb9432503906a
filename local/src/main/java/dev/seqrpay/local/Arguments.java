package dev.seqrpay.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind the verb: values, and options as {@code --name value} or {@code --name=value}. */
final class Arguments {
    private final List<String> values = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();

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
            boolean valueFollows = nameAndValue.length == 1;
            if (valueFollows && i + 1 == words.size()) throw new UsageException(word + " needs a value");
            arguments.options.put(nameAndValue[0], valueFollows ? words.get(++i) : nameAndValue[1]);
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
        return Optional.ofNullable(options.get(name));
    }

    String required(String name) {
        return option(name).orElseThrow(() -> new UsageException(name + " is missing"));
    }

    int port(String name, int byDefault) {
        if (!options.containsKey(name)) return byDefault;
        String port = options.get(name);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535)
            throw new UsageException(name + " wants a port number, not " + port);
        return Integer.parseInt(port);
    }
}
