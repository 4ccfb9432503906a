package dev.seqrpay.local.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * "Lambda starts processing five batches at a time … increases the number of processes that are reading batches by up to 300
 * more instances per minute. The maximum number of batches … is 1,000" (Lambda developer guide, services-sqs-scaling).
 */
class PollersTest {
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final Pollers pollers = new Pollers(() -> now);

    @Test
    void areFiveAtFirstAndThreeHundredMoreInEachMinuteThatMessagesWait() {
        assertThat(taken()).isEqualTo(Pollers.FIRST + 1);

        assertThat(takenIn(Duration.ofMinutes(1))).isEqualTo(300);
    }

    @Test
    void areAThousandAtMostAndFiveAgainWhenNothingWaits() {
        taken();
        takenIn(Duration.ofMinutes(5));
        assertThat(taken()).isZero();

        for (int i = 0; i < Pollers.MOST; i++) pollers.giveBack();
        pollers.nothingWaits();
        now = now.plus(Pollers.UNTIL_ONE_MORE);

        assertThat(taken()).isEqualTo(Pollers.FIRST + 1);
    }

    private int takenIn(Duration time) {
        int taken = 0;
        for (Instant end = now.plus(time); now.isBefore(end); ) {
            now = now.plus(Pollers.UNTIL_ONE_MORE);
            taken += taken();
        }
        return taken;
    }

    private int taken() {
        int taken = 0;
        while (pollers.takeOne()) taken++;
        return taken;
    }
}
