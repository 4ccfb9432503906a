package dev.seqrpay.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of the code that no test notices: how many of each kind there are in each method. */
record Survivors(Map<String, Integer> counts) {
    private static final Pattern LISTED = Pattern.compile("(\\S+ \\S+) ([1-9][0-9]*): \\S.*");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$[0-9]+");

    /** @param lines {@code Class.method Mutator count: reason}; empty ones and those that begin with # say nothing */
    static Survivors listed(List<String> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) continue;
            Matcher listed = LISTED.matcher(line);
            if (!listed.matches()) throw new IllegalArgumentException("not a survivor with its reason: " + line);
            if (counts.put(listed.group(1), Integer.valueOf(listed.group(2))) != null)
                throw new IllegalArgumentException("listed twice: " + line);
        }
        return new Survivors(counts);
    }

    /** @param csv PIT's report: file, class, mutator, method, line, status, test */
    static Survivors reported(List<String> csv) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : csv) {
            String[] columns = line.split(",", 7);
            boolean unnoticed = columns[5].equals("SURVIVED") || columns[5].equals("NO_COVERAGE");
            if (unnoticed) counts.merge(name(columns[1], columns[3], columns[2]), 1, Integer::sum);
        }
        return new Survivors(counts);
    }

    private static String name(String type, String method, String mutator) {
        Matcher lambda = LAMBDA.matcher(method);
        String shortMutator = mutator.substring(mutator.lastIndexOf('.') + 1).replaceFirst("Mutator$", "");
        return type.substring(type.lastIndexOf('.') + 1)
                + "." + (lambda.matches() ? lambda.group(1) : method)
                + " " + shortMutator;
    }

    /** @return what differs from the list, each with what has to be done about it */
    List<String> against(Survivors list) {
        TreeSet<String> names = new TreeSet<>(counts.keySet());
        names.addAll(list.counts.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            int found = counts.getOrDefault(name, 0);
            int known = list.counts.getOrDefault(name, 0);
            if (found > known)
                differences.add(name + " " + found + ": " + known + " listed; write the test that notices it");
            if (found < known) differences.add(name + " " + found + ": " + known + " listed; shorten the list");
        }
        return differences;
    }
}
