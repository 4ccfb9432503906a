package dev.seqrpay.local.aws.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which messages each function is dealing with: what it sends meanwhile is the next link of their chain. Lambda's clients say
 * of which call a message is part, by a variable of their process; here all functions share one process, so a message belongs
 * to the one with the same text, or else to the longest chain that its function is dealing with.
 */
final class AtWork {
    private final Map<String, List<QueuedMessage>> byFunction = new HashMap<>();

    synchronized void begin(String function, List<QueuedMessage> batch) {
        byFunction.computeIfAbsent(function, each -> new ArrayList<>()).addAll(batch);
    }

    synchronized void end(String function, List<QueuedMessage> batch) {
        Optional.ofNullable(byFunction.get(function)).ifPresent(atWork -> batch.forEach(atWork::remove));
    }

    /** Of a message that the function sends at this moment. */
    synchronized Chain chain(String function, String body) {
        return byFunction.getOrDefault(function, List.of()).stream()
                .max(Comparator.<QueuedMessage, Boolean>comparing(
                                message -> message.body().equals(body))
                        .thenComparing(message -> message.chain().calls(function)))
                .map(message -> message.chain().called(function))
                .orElse(Chain.NONE);
    }
}
