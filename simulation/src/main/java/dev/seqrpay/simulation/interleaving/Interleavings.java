package dev.seqrpay.simulation.interleaving;

import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulator.core.Switches;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes the steps of a few functions in every order there is, with up to so many of them dying at any point. Orders that lead to
 * the same state are followed once from there.
 */
public final class Interleavings {
    private final Scene.Start start;
    private final Switches.AcknowledgedBy acknowledgedBy;
    private final List<Handler> handlers;
    private final int deaths;
    private final Set<Long> seen = new HashSet<>();
    private long states;
    private long ends;

    Interleavings(Scene.Start start, Switches.AcknowledgedBy acknowledgedBy, List<Handler> handlers, int deaths) {
        this.start = start;
        this.acknowledgedBy = acknowledgedBy;
        this.handlers = handlers;
        this.deaths = deaths;
    }

    /** Every pair, or every three, of the handlers, on every start, whichever way SEQR counts the acknowledgement. */
    public static Stream<Interleavings> all(int handlers, int deaths) {
        return Stream.of(Scene.Start.values()).flatMap(start -> Stream.of(Switches.AcknowledgedBy.values())
                .flatMap(by -> groups(handlers, 0).map(group -> new Interleavings(start, by, group, deaths))));
    }

    private static Stream<List<Handler>> groups(int size, int from) {
        Handler[] all = Handler.values();
        if (size == 0) return Stream.of(List.of());
        return IntStream.range(from, all.length).boxed().flatMap(i -> groups(size - 1, i)
                .map(rest -> Stream.concat(Stream.of(all[i]), rest.stream()).toList()));
    }

    /** How many states were reached. */
    public long states() {
        return states;
    }

    /** How many different ends there were. */
    public long ends() {
        return ends;
    }

    /** @throws Violation with the steps that lead to it */
    public void explore() {
        Deque<int[]> paths = new ArrayDeque<>();
        paths.push(new int[0]);
        while (!paths.isEmpty()) follow(paths.pop(), paths);
        states = seen.size();
        seen.clear();
    }

    /** Goes on with the first choice; the others are begun anew later. */
    private void follow(int[] path, Deque<int[]> paths) {
        Scene scene = new Scene(start, acknowledgedBy, handlers);
        try {
            for (int choice : path) scene.take(choice);
            int[] here = path;
            while (seen.add(scene.key())) {
                List<Integer> choices = scene.choices(deaths);
                if (choices.isEmpty()) {
                    ends++;
                    scene.end();
                    return;
                }
                for (int choice : choices.subList(1, choices.size())) paths.push(longer(here, choice));
                scene.take(choices.get(0));
                here = longer(here, choices.get(0));
            }
        } catch (Violation violation) {
            throw violation.after(this + "\n" + String.join("\n", scene.steps()));
        }
    }

    private static int[] longer(int[] path, int choice) {
        int[] longer = Arrays.copyOf(path, path.length + 1);
        longer[path.length] = choice;
        return longer;
    }

    @Override
    public String toString() {
        return handlers + " on " + start + ", acknowledged by " + acknowledgedBy;
    }
}
