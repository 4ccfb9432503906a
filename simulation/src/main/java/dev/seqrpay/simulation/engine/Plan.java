package dev.seqrpay.simulation.engine;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashSet;
import java.util.Set;

/**
 * One run: all that follows from the seed, less what is left out of it.
 *
 * @param payments how many payments the seed has
 * @param dropped the numbers of those that do not happen
 * @param leftOut the names of the faults that do not happen
 */
@RecordBuilder
public record Plan(long seed, Strength strength, int payments, Set<Integer> dropped, Set<Long> leftOut) {
    public static Plan of(long seed, Strength strength, int payments) {
        return new Plan(seed, strength, payments, Set.of(), Set.of());
    }

    public boolean has(int payment) {
        return !dropped.contains(payment);
    }

    public Plan withoutPayments(Set<Integer> more) {
        Set<Integer> all = new HashSet<>(dropped);
        all.addAll(more);
        return PlanBuilder.builder(this).dropped(all).build();
    }

    public Plan withoutFaults(Set<Long> more) {
        Set<Long> all = new HashSet<>(leftOut);
        all.addAll(more);
        return PlanBuilder.builder(this).leftOut(all).build();
    }
}
