package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.live.Connections;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sockets of a payment may be open, on the template's own table. What is past its time may be in it still. */
public abstract class ConnectionsContract {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Connections connections;

    protected abstract TemplateTable table();

    @BeforeEach
    void empty() {
        table().renew();
        connections = table().connections();
    }

    @Test
    void one_that_is_past_its_time_counts_no_more_though_it_is_still_in_the_table() {
        connections.opened("pay_a", "gone=", NOW.minusSeconds(1));
        connections.opened("pay_a", "goes=", NOW);
        connections.opened("pay_a", "stays=", NOW.plusSeconds(1));
        connections.opened("pay_a", "/+long=", NOW.plusSeconds(7200));

        assertThat(connections.of("pay_a", NOW)).containsExactly("stays=", "/+long=");
        assertThat(connections.of("pay_a", NOW.plusSeconds(7200))).isEmpty();
    }

    @Test
    void those_of_another_payment_and_what_else_is_in_its_place_are_not_among_them() {
        connections.opened("pay_ab", "other=", NOW.plusSeconds(60));
        connections.opened("pay_a", "own=", NOW.plusSeconds(60));

        assertThat(connections.of("pay_a", NOW)).containsExactly("own=");
    }

    @Test
    void however_many_are_past_their_time_they_hide_none_that_is_open() {
        for (int second = 0; second < 150; second++)
            connections.opened("pay_a", "gone" + second, NOW.minusSeconds(second));
        connections.opened("pay_a", "open=", NOW.plusSeconds(60));

        assertThat(connections.of("pay_a", NOW)).containsExactly("open=");
    }
}
