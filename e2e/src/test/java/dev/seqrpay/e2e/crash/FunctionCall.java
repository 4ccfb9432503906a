package dev.seqrpay.e2e.crash;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.local.aws.function.Functions;
import dev.seqrpay.wiring.Wiring;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.jr.ob.JSON;

/**
 * One call of a deployed function: the real handler, wired from an environment, as Lambda and the local runner do it.
 *
 * @param ahead how much later than now it is for the function
 */
@RecordBuilder
record FunctionCall(String function, Map<String, String> environment, Duration ahead, Map<String, Object> event) {
    private static final Duration TIMEOUT = Duration.ofSeconds(55);
    /** By environment and time. What is about to be killed has an environment of its own, so it begins from nothing. */
    private static final Map<List<?>, Wiring> WIRINGS = new ConcurrentHashMap<>();

    String toJson() {
        return JSON.std.asString(
                Map.of("function", function, "environment", environment, "ahead", ahead.toString(), "event", event));
    }

    @SuppressWarnings("unchecked")
    static FunctionCall ofJson(String json) {
        Map<String, Object> call = JSON.std.mapFrom(json);
        return new FunctionCall(
                (String) call.get("function"),
                (Map<String, String>) call.get("environment"),
                Duration.parse((String) call.get("ahead")),
                (Map<String, Object>) call.get("event"));
    }

    FunctionCall with(Map<String, String> otherEnvironment) {
        return FunctionCallBuilder.builder(this).environment(otherEnvironment).build();
    }

    FunctionCall later(Duration time) {
        return FunctionCallBuilder.builder(this).ahead(time).build();
    }

    /** @return what the function answers, {@code {}} if it is no answer to HTTP */
    Answer run() {
        try {
            byte[] answer =
                    Functions.host(handler(), TIMEOUT, OptionalInt.empty()).invoke(JSON.std.asBytes(event));
            return new Answer(answer.length == 0 ? Map.of() : JSON.std.mapFrom(answer));
        } catch (Exception e) {
            throw new AssertionError(function + " failed", e);
        }
    }

    private RequestStreamHandler handler() throws ReflectiveOperationException {
        return (RequestStreamHandler) Class.forName("dev.seqrpay.handler." + function + "Handler")
                .getConstructor(Wiring.class)
                .newInstance(WIRINGS.computeIfAbsent(List.of(environment, ahead), each -> wiring()));
    }

    private Wiring wiring() {
        InstantSource time = Clock.offset(Clock.tickMillis(ZoneOffset.UTC), ahead);
        return new Wiring(environment, line -> {}, time);
    }

    /** What came back, in API Gateway's form. */
    record Answer(Map<String, Object> json) {
        int status() {
            return json.isEmpty() ? 200 : (int) json.get("statusCode");
        }

        Map<String, Object> body() {
            return JSON.std.mapFrom(json.get("body"));
        }
    }
}
