package dev.seqrpay.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The payer scans and confirms. */
@Command(name = "pay", description = "the payer's phone: scan and pay")
final class Pay implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private PhoneOptions phone;

    @Option(names = "--pin", paramLabel = "PIN", defaultValue = "1234", description = "the payer's: ${DEFAULT-VALUE}")
    private String pin;

    Pay(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.println(phone.use((payers, code) -> payers.pay(code, pin)));
        return ExitCode.OK;
    }
}
