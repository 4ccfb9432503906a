package dev.seqrpay.simulation;

import dev.seqrpay.simulation.engine.Plan;
import dev.seqrpay.simulation.engine.Trace;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Leaves out of a plan what the violation does not need: payments first, then faults, in ever smaller portions. */
final class Shrinking {
    private final String promise;
    private Plan plan;
    private World world;

    private Shrinking(Plan plan, String promise) {
        this.plan = plan;
        this.promise = promise;
    }

    /** @return the smallest plan found that breaks the same promise */
    static Plan shrunk(Plan plan, Violation violation) {
        Shrinking shrinking = new Shrinking(plan, violation.promise());
        shrinking.stillBreaks(plan);
        shrinking.shrink();
        return shrinking.plan;
    }

    /** What a plan leads to. */
    static Optional<Violation> violation(World world) {
        try {
            world.run();
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(violation);
        }
    }

    private void shrink() {
        int before;
        do {
            List<Integer> numbers = new ArrayList<>();
            for (int number = 0; number < plan.payments(); number++) if (plan.has(number)) numbers.add(number);
            leaveOut(numbers, (from, some) -> from.withoutPayments(new HashSet<>(some)));
            List<Long> faults = new ArrayList<>(world.faults().happened().keySet());
            before = faults.size();
            leaveOut(faults, (from, some) -> from.withoutFaults(new HashSet<>(some)));
        } while (world.faults().happened().size() < before);
    }

    private <T> void leaveOut(List<T> all, BiFunction<Plan, List<T>, Plan> without) {
        List<T> left = new ArrayList<>(all);
        for (int portion = Math.max(1, left.size() / 2); ; portion = Math.max(1, portion / 2)) {
            for (int from = 0; from < left.size(); ) {
                List<T> some = left.subList(from, Math.min(left.size(), from + portion));
                if (stillBreaks(without.apply(plan, some))) some.clear();
                else from += portion;
            }
            if (portion == 1) return;
        }
    }

    private boolean stillBreaks(Plan smaller) {
        World tried = new World(smaller, Trace.NONE);
        boolean breaks =
                violation(tried).map(Violation::promise).filter(promise::equals).isPresent();
        if (breaks) {
            plan = smaller;
            world = tried;
        }
        return breaks;
    }
}
