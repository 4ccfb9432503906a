package dev.seqrpay.local.aws.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.seqrpay.local.aws.function.InvocationException.Reason;
import dev.seqrpay.local.aws.template.FunctionResource;
import dev.seqrpay.local.aws.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class FunctionHostTest {
    private final List<String> log = new ArrayList<>();

    public static final class OfMaps implements RequestHandler<Map<String, Object>, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
            context.getLogger().log("called");
            return Map.of("got", event.get("n"), "function", context.getFunctionName());
        }
    }

    public abstract static class OfEvents implements RequestHandler<ScheduledEvent, String> {
        @Override
        public String handleRequest(ScheduledEvent event, Context context) {
            return event.getSource() + " " + event.getTime().getYear();
        }
    }

    public static final class OfEventsBelow extends OfEvents {}

    public static final class NotAHandler {}

    @Test
    void invokesAHandlerOfMaps() throws Exception {
        assertThat(JSON.std.mapFrom(invoke(OfMaps.class, "{\"n\":7}")))
                .isEqualTo(Map.of("got", 7, "function", "Tested"));
        assertThat(log).containsExactly("called");
    }

    @Test
    void invokesAHandlerOfLambdasEventClasses() throws Exception {
        String event = "{\"source\":\"aws.scheduler\",\"time\":\"2026-01-02T03:04:05Z\"}";

        assertThat(invoke(OfEventsBelow.class, event)).isEqualTo("\"aws.scheduler 2026\"");
    }

    @Test
    void namesAHandlerThatCannotBeUsed() {
        assertThatThrownBy(() -> invoke("no.such.Handler", "{}"))
                .isInstanceOf(TemplateException.class)
                .hasMessage("Tested: there is no class no.such.Handler");
        assertThatThrownBy(() -> invoke(NotAHandler.class, "{}")).hasMessageContaining("is not a Lambda handler");
        assertThatThrownBy(() -> invoke("a.B::other", "{}")).hasMessageContaining("only handleRequest");
    }

    @Test
    void namesTheVariablesThatAHandlerMisses() {
        assertThatThrownBy(() -> invoke(Wired.class.getName() + "::handleRequest", "{}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Tested cannot be made")
                .hasMessageContaining("TABLE_NAME");
    }

    @Test
    void makesWhatAHandlerTakesFromTheEnvironment() throws Exception {
        FunctionHost host = new FunctionHost(
                new FunctionResource(
                        "Tested",
                        Wired.class.getName() + "::handleRequest",
                        Functions.TIMEOUT,
                        OptionalInt.empty(),
                        false,
                        Map.of("TABLE_NAME", "rows"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                log::add);

        assertThat(new String(host.invoke(new byte[0]), UTF_8)).isEqualTo("rows");
    }

    @Test
    void tellsTheHandlerHowMuchTimeIsLeft() throws Exception {
        FunctionHost host = Functions.host((in, out, context) ->
                out.write(String.valueOf(context.getRemainingTimeInMillis()).getBytes(UTF_8)));

        assertThat(Integer.parseInt(new String(host.invoke(new byte[0]), UTF_8)))
                .isBetween(1, (int) Functions.TIMEOUT.toMillis());
    }

    @Test
    void givesEachCallThatRunsAtTheSameTimeAnInstanceOfItsOwnAndAFreeOneToTheNext() throws Exception {
        int calls = 200;
        CountDownLatch allThere = new CountDownLatch(calls);
        AtomicInteger made = new AtomicInteger();
        FunctionHost host = FunctionHost.of(Functions.resource("unused"), log::add, () -> {
            AtomicInteger callers = new AtomicInteger();
            made.incrementAndGet();
            return (in, out, context) -> {
                allThere.countDown();
                awaitAll(allThere);
                out.write(callers.incrementAndGet());
            };
        });

        List<CompletableFuture<byte[]>> answers = IntStream.range(0, calls)
                .mapToObj(
                        call -> CompletableFuture.supplyAsync(() -> call(host), command -> new Thread(command).start()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).allMatch(answer -> answer[0] == 1);
        assertThat(made).hasValue(calls);

        host.invoke(new byte[0]);
        assertThat(made).hasValue(calls);
    }

    @Test
    void interruptsAHandlerAtItsTimeout() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        FunctionHost host = Functions.host(
                (in, out, context) -> awaitInterrupt(interrupted), Duration.ofMillis(20), OptionalInt.of(1));

        assertThatThrownBy(() -> host.invoke(new byte[0]))
                .isInstanceOfSatisfying(
                        InvocationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
        assertThat(interrupted.await(2, TimeUnit.MINUTES)).isTrue();
    }

    private static byte[] call(FunctionHost host) {
        try {
            return host.invoke(new byte[0]);
        } catch (InvocationException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitInterrupt(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    private String invoke(Class<?> handler, String event) throws InvocationException {
        return invoke(handler.getName(), event);
    }

    private String invoke(String handler, String event) throws InvocationException {
        return new String(new FunctionHost(Functions.resource(handler), log::add).invoke(event.getBytes(UTF_8)), UTF_8);
    }

    /** What a function needs of the world, made from its environment. */
    public record Wires(String table) {
        public Wires(Map<String, String> environment, Consumer<String> log, InstantSource clock) {
            this(Optional.ofNullable(environment.get("TABLE_NAME"))
                    .orElseThrow(() -> new IllegalStateException("TABLE_NAME is missing")));
        }
    }

    public static final class Wired implements RequestStreamHandler {
        private final Wires wires;

        public Wired(Wires wires) {
            this.wires = wires;
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            out.write(wires.table().getBytes(UTF_8));
        }
    }
}
