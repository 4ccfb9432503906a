package dev.seqrpay.simulation;

import dev.seqrpay.http.Log;
import dev.seqrpay.http.Tokens;
import dev.seqrpay.wiring.Config;
import dev.seqrpay.wiring.Ports;
import dev.seqrpay.wiring.Wiring;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
                Config.from(environment(life)),
                new Ports(
                        running,
                        new Log(line -> {}, running),
                        running::sleep,
                        Deployment::workOneByOne,
                        new Tokens("a key", new SecureRandom()),
                        table,
                        shops,
                        null,
                        () -> queue,
                        () -> null,
                        () -> terminal,
                        () -> seqr));
    }

    /** What is worked on several at once elsewhere comes one by one. */
    private static <T, R> List<R> workOneByOne(List<T> items, Function<T, R> work) {
        return items.stream().map(work).toList();
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
