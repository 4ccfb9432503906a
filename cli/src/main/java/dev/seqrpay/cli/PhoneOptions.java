package dev.seqrpay.cli;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.simulator.Phone;
import java.net.URI;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which invoice the payer's phone scans, and at which simulator: the one that is named, or that of the {@code up} that runs. */
final class PhoneOptions {
    private static final URI ALONE = URI.create("http://127.0.0.1:" + PortNumbers.DEFAULT.simulator());

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Parameters(paramLabel = "REF", description = "the invoice's reference, the QR code's text, or the seqr link")
    private String code;

    @Option(
            names = "--simulator",
            paramLabel = "URL",
            description = "instead of that of the up that runs; without either, http://127.0.0.1:8081")
    private @Nullable URI simulator;

    @Mixin
    private DataOption data;

    /** @param does what the phone does with the code */
    String use(BiFunction<Phone, String, String> does) {
        try {
            return does.apply(new Phone(simulator == null ? running() : simulator), code);
        } catch (IllegalArgumentException noAddress) {
            throw new ParameterException(verb.commandLine(), "--simulator: " + noAddress.getMessage());
        }
    }

    /** If no {@code up} runs it is one that was started alone. */
    private URI running() {
        return RunningStack.in(data.folder()).map(PhoneOptions::simulator).orElse(ALONE);
    }

    private static URI simulator(RunningStack up) {
        return URI.create(up.simulator()
                .orElseThrow(() -> new FailedException(
                        "The ./seqrpay up that runs talks to " + up.seqr() + ": pay with an app of that SEQR")));
    }
}
