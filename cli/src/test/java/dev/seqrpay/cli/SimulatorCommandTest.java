package dev.seqrpay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.loopback.PortInUseException;
import dev.seqrpay.simulator.RawSoap;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The simulator's verbs, against one that runs. */
class SimulatorCommandTest {
    @AutoClose
    private final Simulator simulator = Simulator.start(SimulatorOptions.standard());

    private final RawSoap soap = new RawSoap(simulator.soapUrl());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void pay_pays() throws Exception {
        String reference = soap.send();

        assertThat(run("pay", reference)).isZero();

        assertThat(text(out)).isEqualToIgnoringNewLines("PAID");
        assertThat(soap.status(reference).body()).contains("<status>PAID</status>");
    }

    @Test
    void cancel_cancels() throws Exception {
        assertThat(run("cancel", "HTTP://SEQR.SE/R" + soap.send())).isZero();
        assertThat(text(out)).isEqualToIgnoringNewLines("CANCELED");
    }

    @Test
    void what_cannot_be_paid_says_why_and_fails() throws Exception {
        assertThat(run("pay", "123")).isEqualTo(1);
        assertThat(text(err)).contains("no such invoice");
        String reference = soap.send();
        run("pay", reference);
        assertThat(run("pay", reference)).isEqualTo(1);
        assertThat(text(err)).contains("is paid");
        assertThat(run("pay", soap.send(), "--pin", "0000")).isEqualTo(1);
        assertThat(text(err)).contains("Wrong PIN");
    }

    @Test
    void a_simulator_that_does_not_run_is_named() {
        simulator.close();

        assertThat(run("pay", "123")).isEqualTo(1);
        assertThat(text(err)).contains("No simulator answers at " + simulator.url());
    }

    @Test
    void a_port_in_use_is_named() {
        assertThat(execute("simulator", "--port", String.valueOf(simulator.port())))
                .isEqualTo(1);
        assertThat(text(err)).contains("Port " + simulator.port() + " is in use");
        assertThatExceptionOfType(PortInUseException.class)
                .isThrownBy(() -> Simulator.start(SimulatorOptions.standard().port(simulator.port())));
    }

    @Test
    void what_is_not_understood_is_explained() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(run("pay")).isEqualTo(2);
        assertThat(execute("simulator", "--port", "many")).isEqualTo(2);
        assertThat(execute("simulator", "--colour", "red")).isEqualTo(2);
        assertThat(text(err))
                .contains("Unknown verb fly", "'REF'", "'many' is no port number", "Unknown option --colour");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--simulator", simulator.url().toString()));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... words) {
        return Main.commandLine(new PrintStream(out, true), new PrintStream(err, true))
                .execute(words);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
