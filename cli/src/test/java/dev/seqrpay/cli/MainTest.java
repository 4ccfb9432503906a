package dev.seqrpay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void listsItsVerbs() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(UTF_8)).contains("up", "demo", "invoke", "simulator", "pay", "cancel");
        assertThat(run("help", "demo")).isZero();
        assertThat(out.toString(UTF_8)).contains("--seqr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "up --nonsense 1",
                "up --api-port",
                "up --api-port many",
                "up --api-port 70000",
                "up now",
                "up --seqr http://seqr.test/",
                "demo --api-port 1",
                "invoke Checkout",
                "pay",
                "pay 1 2",
                "pay 1 --simulator localhost:8081",
                "simulator --port many",
                "simulate --payments many",
                "simulate --faults some",
                "help fly"
            })
    void saysWhatItDidNotUnderstand(String command) {
        assertThat(run(command.isEmpty() ? new String[0] : command.split(" "))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Usage: ./seqrpay");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "simulat, Unknown verb simulat, simulate",
        "up --api-prt 1, Unknown option --api-prt, --api-port",
        "up --api-port 70000, is no port number, --api-port",
        "up now, Too much: now, Usage: ./seqrpay up",
        "demo --seqr http://seqr.test/, --terminal is missing, go together",
        "merchant shop --name S, --origins, Usage: ./seqrpay merchant",
        "simulate --bug none, There is no bug none, no-lease"
    })
    void saysWhatMayHaveBeenMeant(String command, String complaint, String hint) {
        run(command.split(" "));

        assertThat(err.toString(UTF_8)).contains(complaint, hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --pasword=Hunter2",
                "demo --pasword Hunter2",
                "demo --password Hunter2",
                "demo --password=Hunter2 --password=Hunter2",
                "demo --password Hunter2 --terminal",
                "simulator --reseller-password Hunter2 --port many",
                "up --password Hunter2 --seqr a --terminal b --api-port many"
            })
    void repeatsNoPassword(String command) {
        assertThat(run(command.split(" "))).isEqualTo(2);

        assertThat(out + err.toString(UTF_8)).doesNotContain("Hunter2");
    }

    /** Shells and argument files of picocli would make something else of it. */
    @Test
    void takesAWordAsItIs(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "--nonsense");

        assertThat(run("pay", "@" + file, "--simulator", "http://127.0.0.1:9")).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for bash and zsh")
    void completesVerbsAndOptions() throws Exception {
        assertThat(run("completion")).isZero();

        assertThat(completed("''")).contains("up", "merchant", "completion");
        assertThat(completed("up --s"))
                .containsExactlyInAnyOrder("--seqr", "--shop-port", "--simulator-port", "--socket-port");
        assertThat(completed("simulate --faults ''")).containsExactly("none", "bad-day", "full", "harsh");
    }

    /** The bug is compiled on the class path that the command has. */
    @Test
    void findsAPlantedBug() {
        assertThat(run("simulate", "--bug", "no-acknowledgement-call", "--payments", "10000"))
                .as(err.toString(UTF_8))
                .isEqualTo(1);

        assertThat(out.toString(UTF_8)).contains("Violation (");
    }

    @Test
    void invokesOneFunctionWithAnEventFile() {
        assertThat(run("invoke", "PaymentStatus", "../events/status.json")).isZero();

        assertThat(JSON.std.mapFrom(out.toString(UTF_8))).containsEntry("statusCode", 404);
        assertThat(err.toString(UTF_8)).contains("\"route\":\"GET /pay/{id}/{token}/status\"");
    }

    @Test
    void namesAFunctionOrAFileThatIsNotThere() {
        assertThat(run("invoke", "Nothing", "../events/status.json")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("No function Nothing", "PaymentStatus");

        assertThat(run("invoke", "PaymentStatus", "nothing.json")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("There is no file nothing.json");
    }

    @Test
    void buysSomethingWithNobodyAtTheKeyboard() {
        assertThat(run("demo")).as(err.toString(UTF_8)).isZero();

        assertThat(out.toString(UTF_8))
                .contains("POST /checkout", "sendInvoice", "POST /notifications/{id}/{token}", "ISSUED → PAID")
                .containsPattern("In the table +PAID")
                .containsPattern("On the receipt +PAID")
                .containsPattern("notification to PAID in the table: [0-9]+ ms");
    }

    @Test
    void waitsForAPayerElsewhereIfAnotherSeqrIsNamed() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        SimulatorOptions options = SimulatorOptions.standard()
                .terminal("elsewhere", "secret")
                .log(entry -> Optional.ofNullable(entry.reference()).ifPresent(asked::add));
        try (Simulator other = Simulator.start(options)) {
            CompletableFuture<Integer> demo = CompletableFuture.supplyAsync(() ->
                    run("demo", "--seqr", other.soapUrl().toString(), "--terminal=elsewhere", "--password=secret"));

            String reference = asked.poll(2, TimeUnit.MINUTES);
            new Phone(other.url()).pay(reference, "1234");

            assertThat(demo.get(2, TimeUnit.MINUTES)).as(err.toString(UTF_8)).isZero();
            assertThat(out.toString(UTF_8)).contains("HTTP://SEQR.SE/R" + reference);
        }
    }

    @Test
    void tellsThatTheSimulatorIsNotThere() {
        assertThat(run("pay", "123", "--simulator", "http://127.0.0.1:9")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("http://127.0.0.1:9");
    }

    private List<String> completed(String words) throws IOException {
        String ask = out.toString(UTF_8) + "\ncompopt() { :; }; COMP_WORDS=(./seqrpay " + words
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_seqrpay; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", ask)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(bash.getInputStream().readAllBytes(), UTF_8).lines().toList();
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .execute(arguments);
    }
}
