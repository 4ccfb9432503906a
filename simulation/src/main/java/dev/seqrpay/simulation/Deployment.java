package dev.seqrpay.simulation;

import dev.seqrpay.wiring.Wiring;
import java.util.HashMap;
import java.util.Map;

/** The functions' settings and what they are wired to. In the middle of the run the terminal is changed, for those that begin then. */
final class Deployment {
    private static final long CHANGED = 3 * Time.MINUTE;

    private final Running running;
    private final Wiring before;
    private final Wiring after;

    Deployment(Running running, long life, TablePort table, QueuePort queue, SeqrPort seqr) {
        this.running = running;
        Shops shops = new Shops(running);
        before = wiring(SeqrPort.TERMINAL, life, shops, table, queue, seqr);
        after = wiring(SeqrPort.OTHER_TERMINAL, life, shops, table, queue, seqr);
    }

    private Wiring wiring(String terminal, long life, Shops shops, TablePort table, QueuePort queue, SeqrPort seqr) {
        return new Wiring(
                environment(life), "a key", terminal, line -> {}, running, running::sleep, table, shops, queue, seqr);
    }

    private static Map<String, String> environment(long life) {
        Map<String, String> environment = new HashMap<>();
        for (String name : new String[] {
            "AWS_REGION", "TABLE_NAME", "TOKEN_KEY_ARN", "SEQR_ACCOUNT_ARN", "REMINDER_QUEUE_URL", "SOCKET_API"
        }) environment.put(name, "simulated");
        environment.put("KEY_ENVIRONMENT", "test");
        environment.put("PAYMENT_MINUTES", "" + life / Time.MINUTE);
        environment.put("PUBLIC_URL", "https://pay.example");
        environment.put("APP_SCHEME", "seqr");
        return environment;
    }

    /** As the function that runs was wired when it began. */
    Wiring now() {
        return running.invocation().begun() < CHANGED ? before : after;
    }
}
