package dev.seqrpay.simulator.control;

import dev.seqrpay.simulator.fault.ArmedFaults;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultBuilder;
import dev.seqrpay.simulator.fault.FaultKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Faults on demand: {@code GET /api/faults} lists what is armed, {@code DELETE} clears it, {@code POST} arms one more:
 *
 * <pre>{"kind": "LOST_ANSWER", "operation": "refundPayment", "times": 1}</pre>
 *
 * {@code kind} is a {@link FaultKind}, or BUSY (93) or ERROR (90); the rest, as in {@link Fault}, may be left out:
 * {@code operation}, {@code reference}, {@code times} (1; 0 is for ever), {@code millis}, {@code code}, {@code bytes},
 * {@code find}, {@code with}, {@code takesEffect}. Armed faults that match the same call follow one another.
 */
public final class FaultsApi {
    private static final int SYSTEM_ERROR = 90;
    private static final int SYSTEM_BUSY = 93;

    private final ArmedFaults faults;

    public FaultsApi(ArmedFaults faults) {
        this.faults = faults;
    }

    public Object answer(JsonRequest request) {
        if (request.is("POST")) faults.arm(fault(request));
        if (request.is("DELETE")) faults.clear();
        return Map.of("faults", faults.list().stream().map(FaultsApi::json).toList());
    }

    private static Fault fault(JsonRequest request) {
        Fault plain = plain(request);
        return FaultBuilder.builder(plain)
                .operation(request.text("operation"))
                .reference(request.text("reference"))
                .times((int) request.number("times", plain.times()))
                .millis(request.number("millis", plain.millis()))
                .code((int) request.number("code", plain.code()))
                .bytes(request.number("bytes", plain.bytes()))
                .find(request.text("find", ""))
                .with(request.text("with", ""))
                .takesEffect(request.flag("takesEffect", plain.takesEffect()))
                .build();
    }

    private static Fault plain(JsonRequest request) {
        return switch (request.text("kind", "")) {
            case "BUSY" -> Fault.code(SYSTEM_BUSY);
            case "ERROR" -> Fault.code(SYSTEM_ERROR);
            case "CODE" -> Fault.code(wantedCode(request));
            default -> Fault.of(request.word("kind", FaultKind.class));
        };
    }

    private static int wantedCode(JsonRequest request) {
        if (!request.has("code")) throw new IllegalArgumentException("CODE needs a code");
        return (int) request.number("code", 0);
    }

    private static Map<String, Object> json(Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", fault.kind().name());
        json.put("operation", fault.operation());
        json.put("reference", fault.reference());
        json.put("times", fault.times());
        json.put("millis", fault.millis());
        json.put("code", fault.code());
        json.put("takesEffect", fault.takesEffect());
        return json;
    }
}
