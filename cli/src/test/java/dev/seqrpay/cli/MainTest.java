package dev.seqrpay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void listsItsVerbs() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(UTF_8)).contains("up", "demo", "invoke", "simulator", "pay", "cancel", "--seqr");
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
                "simulator --port many"
            })
    void saysWhatItDidNotUnderstand(String command) {
        assertThat(run(command.isEmpty() ? new String[0] : command.split(" "))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isNotBlank();
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

    private int run(String... arguments) {
        return new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(arguments);
    }
}
