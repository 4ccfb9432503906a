package dev.seqrpay.local;

import dev.seqrpay.local.stack.SeqrAccount;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a run may have besides its data.
 *
 * @param otherSeqr empty for the simulator
 * @param origins of pages that are no part of it: a developer's own shop
 * @param requests hears a line for each request to the API
 */
public record RunOptions(
        Optional<SeqrAccount> otherSeqr, PortNumbers ports, List<String> origins, Consumer<String> requests) {
    static RunOptions of(Optional<SeqrAccount> otherSeqr, PortNumbers ports) {
        return new RunOptions(otherSeqr, ports, List.of(), line -> {});
    }
}
