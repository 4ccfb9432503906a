package dev.seqrpay.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What to simulate, in the words of the command line. */
public final class Options {
    public static final Set<String> NAMES = Set.of(
            "--payments", "--seed", "--faults", "--notifications-lost", "--browsers-gone", "--bug", "--interleavings");

    private final Map<String, String> words;

    Options(Map<String, String> words) {
        this.words = new TreeMap<>(words);
    }

    long firstSeed() {
        return Long.parseLong(words.getOrDefault("--seed", "1"));
    }

    /** A seed alone is a run to be repeated. */
    long seeds() {
        String payments = words.getOrDefault("--payments", words.containsKey("--seed") ? "1" : "10000");
        return Math.max(1, Long.parseLong(payments) / Simulation.PER_SEED);
    }

    Strength strength() {
        Strength named = Strength.named(words.getOrDefault("--faults", "full"));
        return named.losing(
                share("--notifications-lost", named.notificationsLost()),
                share("--browsers-gone", named.browsersGone()));
    }

    Optional<PlantedBug> bug() {
        return Optional.ofNullable(words.get("--bug")).map(PlantedBug::named);
    }

    /** How many handlers at once are taken through every order of their steps; 0 for a simulation by seeds. */
    int interleaved() {
        return Integer.parseInt(words.getOrDefault("--interleavings", "0"));
    }

    Map<String, String> withoutBug() {
        Map<String, String> rest = new HashMap<>(words);
        rest.remove("--bug");
        return rest;
    }

    /** The command that repeats one seed of this. */
    String again(long seed) {
        StringBuilder again = new StringBuilder("./seqrpay simulate --seed " + seed);
        words.forEach((name, value) -> {
            if (!name.equals("--seed") && !name.equals("--payments"))
                again.append(' ').append(name).append(' ').append(value);
        });
        return again.toString();
    }

    private double share(String name, double otherwise) {
        return words.containsKey(name) ? Double.parseDouble(words.get(name)) : otherwise;
    }
}
