package dev.seqrpay.cli;

import dev.seqrpay.simulator.Phone;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** The payer scans and says no. */
@Command(name = "cancel", description = "the payer's phone: scan and cancel")
final class Cancel implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private PhoneOptions phone;

    Cancel(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.println(phone.use(Phone::cancel));
        return ExitCode.OK;
    }
}
