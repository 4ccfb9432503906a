package dev.seqrpay.local.aws.queue;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each function was called in the chain of messages that led to one. Lambda keeps the same in the {@code Lineage} of
 * {@code X-Amzn-Trace-Id}, and ends the chain when a function was called about sixteen times (guide, "Use Lambda recursive loop
 * detection").
 */
record Chain(Map<String, Integer> calls) {
    static final Chain NONE = new Chain(Map.of());
    /** Lambda's guide says "approximately". */
    static final int LONGEST = 16;

    Chain {
        calls = Map.copyOf(calls);
    }

    int calls(String function) {
        return calls.getOrDefault(function, 0);
    }

    Chain called(String function) {
        Map<String, Integer> more = new HashMap<>(calls);
        more.merge(function, 1, Integer::sum);
        return new Chain(more);
    }
}
