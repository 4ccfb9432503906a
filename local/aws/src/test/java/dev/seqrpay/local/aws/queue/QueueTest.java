package dev.seqrpay.local.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTest implements InstantSource {
    private static final Duration HIDDEN = Duration.ofSeconds(16);
    private static final int MAX_RECEIVES = 3;

    private final List<String> dead = new ArrayList<>();
    private final Queue queue = new Queue(this, HIDDEN, MAX_RECEIVES, dead::add);
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private List<String> received() {
        return queue.receive(10).stream().map(QueuedMessage::body).toList();
    }

    @Test
    void hasAMessageOnlyAfterItsDelay() {
        queue.send("a", Duration.ofSeconds(8));

        pass(Duration.ofMillis(7999));
        assertThat(received()).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(received()).containsExactly("a");
    }

    @Test
    void hidesWhatWasReceivedAndBringsItBackUnlessItIsDeleted() {
        queue.send("a", Duration.ZERO);
        QueuedMessage first = queue.receive(10).get(0);

        assertThat(received()).isEmpty();
        pass(HIDDEN);
        QueuedMessage second = queue.receive(10).get(0);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.receives()).isEqualTo(2);
        assertThat(second.firstReceived()).isEqualTo(first.firstReceived());
    }

    @Test
    void hasNoMoreOfWhatWasDeleted() {
        queue.send("a", Duration.ZERO);
        queue.delete(queue.receive(10).get(0));

        pass(HIDDEN);

        assertThat(received()).isEmpty();
        assertThat(queue.bodies()).isEmpty();
    }

    @Test
    void deletesNothingForAReceiverThatIsTooLate() {
        queue.send("a", Duration.ZERO);
        QueuedMessage first = queue.receive(10).get(0);
        pass(HIDDEN);
        queue.receive(10);

        queue.delete(first);

        assertThat(queue.bodies()).containsExactly("a");
    }

    @Test
    void givesUpWhatWasReceivedTooOften() {
        queue.send("a", Duration.ZERO);
        for (int receive = 0; receive < MAX_RECEIVES; receive++) {
            assertThat(received()).containsExactly("a");
            assertThat(dead).isEmpty();
            pass(HIDDEN);
        }

        assertThat(received()).isEmpty();
        assertThat(dead).containsExactly("a");
        assertThat(queue.bodies()).isEmpty();
    }

    @Test
    void givesNoMoreAtOnceThanIsAskedForAndTheLongestWaitingFirst() {
        queue.send("later", Duration.ofSeconds(2));
        queue.send("sooner", Duration.ofSeconds(1));
        pass(Duration.ofSeconds(2));

        assertThat(queue.receive(1)).extracting(QueuedMessage::body).containsExactly("sooner");
        assertThat(queue.receive(1)).extracting(QueuedMessage::body).containsExactly("later");
    }
}
