package dev.seqrpay.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final List<String> known = new ArrayList<>();
    private final Set<String> reachable = new HashSet<>();
    private final List<String> heard = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private Duration paused = Duration.ZERO;

    private final Broadcast broadcast = new Broadcast(
            new Connections() {
                @Override
                public void opened(String paymentId, String connectionId, Instant until) {
                    throw new AssertionError("nothing is opened here");
                }

                @Override
                public List<String> of(String paymentId, Instant now) {
                    assertThat(now).isEqualTo(NOW);
                    return paymentId.equals("pay_1") ? known : List.of();
                }
            },
            this::send,
            InstantSource.fixed(NOW),
            time -> {
                paused = paused.plus(time);
                if (paused.toMillis() >= 600) reachable.add("slow");
            },
            (connection, failure) -> failed.add(connection));

    private boolean send(String connection, String message) {
        if (connection.equals("broken")) throw new IllegalStateException("API Gateway answered 500");
        if (reachable.contains(connection)) heard.add(connection + " " + message);
        return reachable.contains(connection);
    }

    @Test
    void everyone_who_looks_at_the_payment_is_told_and_who_is_gone_does_not_matter() {
        known.addAll(List.of("one", "gone", "broken", "two"));
        reachable.addAll(Set.of("one", "two", "elsewhere"));

        assertThat(broadcast.tell("pay_1", "PAID")).isEqualTo(2);
        assertThat(heard).containsExactly("one PAID", "two PAID");
        assertThat(failed).containsExactly("broken");
        assertThat(paused).isZero();
    }

    @Test
    void a_payment_without_viewers_is_not_told() {
        reachable.add("one");

        assertThat(broadcast.tell("pay_2", "PAID")).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void a_socket_that_cannot_be_reached_yet_is_greeted_a_moment_later() {
        assertThat(broadcast.greet(List.of("slow"), "ISSUED")).isOne();
        assertThat(heard).containsExactly("slow ISSUED");
        assertThat(paused).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void a_dead_one_delays_no_other_greeting() {
        reachable.addAll(Set.of("one", "two"));

        assertThat(broadcast.greet(List.of("dead", "one", "broken", "two", "slow"), "ISSUED"))
                .isEqualTo(3);
        assertThat(heard).containsExactly("one ISSUED", "two ISSUED", "slow ISSUED");
        assertThat(paused).as("together, and not each by itself").isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void one_that_never_comes_is_given_up_within_a_second() {
        assertThat(broadcast.greet(List.of("never"), "ISSUED")).isZero();
        assertThat(broadcast.greet(List.of("broken"), "ISSUED")).isZero();
        assertThat(paused).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
}
