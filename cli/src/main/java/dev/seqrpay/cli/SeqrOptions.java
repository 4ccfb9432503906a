package dev.seqrpay.cli;

import dev.seqrpay.local.stack.SeqrAccount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options that name another SEQR than the simulator. They are no group of picocli's, whose complaints repeat what was
 * given.
 */
final class SeqrOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(names = "--seqr", paramLabel = "URL", description = "another SEQR than the simulator")
    private @Nullable String url;

    @Option(names = "--terminal", paramLabel = "ID", description = "the terminal there")
    private @Nullable String terminal;

    @Option(names = "--password", paramLabel = "WORD", description = "of that terminal")
    private @Nullable String password;

    /** Empty if none of them is given. */
    Optional<SeqrAccount> account() {
        if (url == null && terminal == null && password == null) return Optional.empty();
        return Optional.of(
                new SeqrAccount(needed("--seqr", url), needed("--terminal", terminal), needed("--password", password)));
    }

    private String needed(String name, @Nullable String value) {
        if (value == null)
            throw new ParameterException(
                    verb.commandLine(), name + " is missing: --seqr, --terminal and --password go together");
        return value;
    }
}
