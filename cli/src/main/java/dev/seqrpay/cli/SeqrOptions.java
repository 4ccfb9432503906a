package dev.seqrpay.cli;

import dev.seqrpay.local.stack.SeqrAccount;
import java.util.Optional;
import java.util.Set;

/** The options that name another SEQR than the simulator. */
final class SeqrOptions {
    static final Set<String> NAMES = Set.of("--seqr", "--terminal", "--password");

    private SeqrOptions() {}

    /** Empty if none of them is given. */
    static Optional<SeqrAccount> of(Arguments arguments) {
        if (NAMES.stream().allMatch(name -> arguments.option(name).isEmpty())) return Optional.empty();
        return Optional.of(new SeqrAccount(
                needed(arguments, "--seqr"), needed(arguments, "--terminal"), needed(arguments, "--password")));
    }

    private static String needed(Arguments arguments, String name) {
        return arguments
                .option(name)
                .orElseThrow(
                        () -> new UsageException(name + " is missing: --seqr, --terminal and --password go together"));
    }
}
