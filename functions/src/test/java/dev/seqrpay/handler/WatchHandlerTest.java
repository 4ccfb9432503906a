package dev.seqrpay.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.http.LogTest;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.State;
import dev.seqrpay.wiring.TestPorts;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class WatchHandlerTest {
    private static final PaymentStore OPEN = OnePayment.of(LogTest.payment(State.ISSUED, null));
    private static final PaymentStore ENDED = OnePayment.of(LogTest.payment(State.PAID, null));

    private final List<Reminder> sent = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    void the_reminder_of_an_open_payment_is_sent_again() throws IOException {
        assertThat(failures(OPEN, "WATCH pay_a")).isEmpty();
        assertThat(sent).hasSize(1);
    }

    @Test
    void the_reminder_of_one_that_has_ended_is_not() throws IOException {
        assertThat(failures(ENDED, "WATCH pay_a", "NOTIFICATION pay_a")).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void one_that_fails_comes_again_and_does_not_stop_the_others() throws IOException {
        Reminders queue = (reminder, delay) -> {
            if (reminder.paymentId().equals("pay_b")) throw new IllegalStateException("the queue is away");
            sent.add(reminder);
        };

        assertThat(failures(OPEN, queue, "WATCH pay_a", "WATCH pay_b", "no reminder", "WATCH pay_c"))
                .containsExactly("message-1", "message-2");
        assertThat(sent).extracting(Reminder::paymentId).containsExactlyInAnyOrder("pay_a", "pay_c");
        assertThat(lines).hasSize(2).allMatch(line -> line.contains("\"event\":\"error\""));
    }

    private List<String> failures(PaymentStore store, String... bodies) throws IOException {
        return failures(store, (reminder, delay) -> sent.add(reminder), bodies);
    }

    private List<String> failures(PaymentStore store, Reminders queue, String... bodies) throws IOException {
        Wiring wiring =
                new TestPorts().log(lines::add).payments(store).reminders(queue).wiring();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WatchHandler(wiring.watch(), WatchHandlerTest::oneByOne, wiring.log())
                .handleRequest(event(bodies).stream(), out, null);
        List<Map<String, String>> failures =
                DeployedTemplate.at(JSON.std.mapFrom(out.toString(UTF_8)), "batchItemFailures");
        return failures.stream().map(failure -> failure.get("itemIdentifier")).toList();
    }

    private static <T, R> List<R> oneByOne(List<T> items, Function<T, R> work) {
        return items.stream().map(work).toList();
    }

    private static EventFile event(String... bodies) {
        EventFile watch = EventFile.of("watch");
        List<Object> records = new ArrayList<>();
        for (String body : bodies) {
            Map<String, Object> message =
                    new HashMap<>(DeployedTemplate.<List<Map<String, Object>>>at(watch.json(), "Records")
                            .get(0));
            message.put("messageId", "message-" + records.size());
            message.put("body", body);
            records.add(message);
        }
        return watch.with("Records", records);
    }
}
