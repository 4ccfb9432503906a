package dev.seqrpay.reconciliation;

import java.util.Set;

/**
 * What was moved so near to a mark that SEQR's clock and ours have it in two periods, by {@link BookedPayment#keys()}.
 *
 * @param toCome what we have in this one, and the report of the next is to have
 * @param reported what this report has, and we have in the next
 */
public record Carried(Set<String> toCome, Set<String> reported) {
    public static final Carried NOTHING = new Carried(Set.of(), Set.of());

    public Carried {
        toCome = Set.copyOf(toCome);
        reported = Set.copyOf(reported);
    }
}
