package dev.seqrpay.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Changes of the code that no test notices: how many of each kind there are in each method.
 *
 * <p>{@code ./mvnw -Dmutants=NAME} ends with it in each module (docs/mutants.md), from its source: so it is one file and knows
 * the JDK alone.
 */
record Survivors(Map<String, Integer> counts) {
    private static final Pattern LISTED = Pattern.compile("(\\S+ \\S+) ([1-9][0-9]*): \\S.*");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$[0-9]+");

    /** @param args the repository, the module, and the name of the list, which is that of a package, too */
    public static void main(String[] args) throws IOException {
        Path list = list(Path.of(args[0]), args[2]);
        Path module = Path.of(args[1]).toAbsolutePath();
        if (!list.toAbsolutePath().normalize().startsWith(module.resolve("src"))) return;
        List<String> report = Files.readAllLines(module.resolve("target/mutants/" + args[2] + "/mutations.csv"));
        Survivors survivors = reported(report);
        List<String> differences = survivors.against(listed(Files.readAllLines(list)));
        differences.forEach(System.err::println);
        System.out.println(args[2] + ": " + report.size() + " mutants, " + survivors.total() + " not noticed; "
                + differences.size() + " differences from " + list);
        if (!differences.isEmpty()) System.exit(1);
    }

    private static Path list(Path repository, String name) throws IOException {
        List<Path> lists = lists(repository);
        return lists.stream()
                .filter(list -> list.endsWith(name + ".txt"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no list named " + name + " among " + lists));
    }

    /** The lists of all modules. */
    static List<Path> lists(Path repository) throws IOException {
        try (Stream<Path> modules = Files.walk(repository, 2)) {
            return modules.map(module -> module.resolve("src/test/mutants"))
                    .filter(Files::isDirectory)
                    .flatMap(Survivors::files)
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            boolean isNoticed = columns[5].equals("KILLED") || columns[5].equals("TIMED_OUT");
            if (!isNoticed) counts.merge(name(columns[1], columns[3], columns[2]), 1, Integer::sum);
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

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
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
