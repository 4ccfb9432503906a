package dev.seqrpay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Read when needed, kept for a minute, and no reason to stop. */
class SecretTest implements InstantSource {
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private String stored = "1";
    private int reads;
    /** Nothing has been read yet. */
    private boolean first;

    private final List<RuntimeException> failures = new ArrayList<>();
    private final Secret<Integer> secret = new Secret<>(this::read, Integer::valueOf, this, failures::add);

    private String read(Duration within) {
        assertThat(within).isEqualTo(Duration.ofSeconds(reads++ == 0 || first ? 8 : 3));
        if (stored == null) throw new IllegalStateException("Secrets Manager is away");
        return stored;
    }

    @Override
    public Instant instant() {
        return now;
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void it_is_read_when_it_is_first_needed_and_not_again_within_the_minute() {
        assertThat(reads).isZero();
        assertThat(secret.get()).isEqualTo(1);
        later(Secret.KEPT.minusMillis(1));
        stored = "2";
        assertThat(secret.get()).isEqualTo(1);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void a_change_is_known_after_a_minute() {
        secret.get();
        stored = "2";
        later(Duration.ofMinutes(1));
        assertThat(secret.get()).isEqualTo(2);
        assertThat(reads).isEqualTo(2);
    }

    /** A snapshot may be restored weeks later, on a machine whose clock is behind. */
    @Test
    void what_was_read_at_a_time_that_is_still_to_come_is_read_again() {
        secret.get();
        stored = "2";
        now = now.minusSeconds(1);
        assertThat(secret.get()).isEqualTo(2);
    }

    @Test
    void one_that_was_refused_is_read_at_once() {
        int refused = secret.get();
        stored = "2";
        assertThat(secret.again(refused)).isEqualTo(2);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void one_that_has_been_read_since_is_not_read_for_each_who_was_refused() {
        int refused = secret.get();
        stored = "2";
        for (int caller = 0; caller < 10; caller++) secret.again(refused);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void without_an_answer_the_old_one_goes_on_being_good_and_is_tried_again_after_five_seconds() {
        secret.get();
        stored = null;
        later(Secret.KEPT);
        for (int call = 0; call < 10; call++) assertThat(secret.get()).isEqualTo(1);
        assertThat(reads).isEqualTo(2);
        assertThat(failures).hasSize(1);
        later(Duration.ofSeconds(5));
        stored = "2";
        assertThat(secret.get()).isEqualTo(2);
    }

    @Test
    void what_makes_no_sense_changes_nothing() {
        int refused = secret.get();
        stored = "two";
        assertThat(secret.again(refused)).isEqualTo(1);
        assertThat(failures).hasSize(1);
    }

    @Test
    void what_was_never_read_cannot_be_used() {
        first = true;
        stored = null;
        assertThatIllegalStateException().isThrownBy(secret::get);
        stored = "1";
        assertThat(secret.get()).isEqualTo(1);
    }
}
