package dev.seqrpay.simulation;

import dev.seqrpay.simulation.bug.PlantedBug;
import dev.seqrpay.simulation.engine.Strength;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What to simulate: the options of {@code ./seqrpay simulate}. */
public final class Options {
    private static final long PAYMENTS = 10_000;

    @Option(
            names = "--payments",
            paramLabel = "N",
            description = "how many; else 10000, or with --seed those of one seed")
    private Long payments;

    @Option(names = "--seed", paramLabel = "N", description = "the first seed; alone, that one again")
    private Long seed;

    @Option(
            names = "--faults",
            paramLabel = "none|bad-day|full|harsh",
            completionCandidates = Degrees.class,
            description = "how much goes wrong; else full")
    private String faults;

    @Option(
            names = "--notifications-lost",
            paramLabel = "SHARE",
            description = "of the notifications, from 0 to 1; else that of the faults")
    private Double notificationsLost;

    @Option(
            names = "--browsers-gone",
            paramLabel = "SHARE",
            description = "of the browsers that are closed after the scan, likewise")
    private Double browsersGone;

    @Option(names = "--bug", paramLabel = "NAME", description = "with a planted bug in the code: docs/simulation.md")
    private String bug;

    @Option(
            names = "--interleavings",
            paramLabel = "2|3",
            description = "every order of the steps of so many handlers, no seeds")
    private Integer interleavings;

    /** For shells that complete them. */
    private static final class Degrees implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("none", "bad-day", "full", "harsh").iterator();
        }
    }

    long firstSeed() {
        return seed == null ? 1 : seed;
    }

    /** A seed alone is a run to be repeated. */
    long seeds() {
        long many = seed == null ? PAYMENTS : 1;
        return Math.max(1, (payments == null ? many : payments) / Simulation.PER_SEED);
    }

    Strength strength() {
        Strength named = Strength.named(faults == null ? "full" : faults);
        return named.losing(
                notificationsLost == null ? named.notificationsLost() : notificationsLost,
                browsersGone == null ? named.browsersGone() : browsersGone);
    }

    Optional<PlantedBug> bug() {
        return Optional.ofNullable(bug).map(PlantedBug::named);
    }

    /** How many handlers at once are taken through every order of their steps; 0 for a simulation by seeds. */
    int interleaved() {
        return interleavings == null ? 0 : interleavings;
    }

    /** In words, for a simulation whose code has the bug in it. */
    List<String> withoutBug() {
        Stream<String> which = words("--payments", payments, "--seed", seed, "--interleavings", interleavings);
        return Stream.concat(which, conditions()).toList();
    }

    /** The command that repeats one seed of this. */
    String again(long seed) {
        return Stream.of(Stream.of("./seqrpay", "simulate"), words("--seed", seed), conditions())
                .flatMap(Function.identity())
                .collect(Collectors.joining(" "));
    }

    private Stream<String> conditions() {
        return words("--faults", faults, "--notifications-lost", notificationsLost, "--browsers-gone", browsersGone);
    }

    /** Those that have a value. */
    private static Stream<String> words(Object... namesAndValues) {
        Stream.Builder<String> words = Stream.builder();
        for (int i = 0; i < namesAndValues.length; i += 2)
            if (namesAndValues[i + 1] != null)
                words.add(namesAndValues[i].toString()).add(namesAndValues[i + 1].toString());
        return words.build();
    }
}
