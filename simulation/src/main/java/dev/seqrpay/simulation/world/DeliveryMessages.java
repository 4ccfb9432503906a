package dev.seqrpay.simulation.world;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.simulation.engine.Cloud;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The queue of deliveries: a message comes after its delay, now and then twice, and again when the function that had it died. */
final class DeliveryMessages implements DeliveryQueue {
    /** {@code template.yaml} says so. */
    private static final long VISIBILITY = 30 * Time.SECOND;
    /** Likewise; after that a message goes to the dead letters. */
    private static final int MOST = 3;

    private static final double LOST = 0.02;
    private static final double TWICE = 0.05;

    private final Time time;
    private final Cloud cloud;
    private final Weather weather;
    private final java.util.function.Function<String, Object> deliver;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param deliver the function that is called with the text of a message */
    DeliveryMessages(Time time, Cloud cloud, Weather weather, java.util.function.Function<String, Object> deliver) {
        this.time = time;
        this.cloud = cloud;
        this.weather = weather;
        this.deliver = deliver;
    }

    @Override
    public void send(DeliveryName delivery, Duration delay) {
        String text = delivery.text();
        Dice dice = Dice.of(numbered(text), text.hashCode());
        double faults = weather.isFaulty(time.now()) ? weather.strength().faults() : 0;
        if (dice.chance(LOST * faults)) return;
        long after = delay.toNanos() / 1000 + dice.spread(10 * Time.MILLI, Time.SECOND);
        time.after(after, () -> deliver(text, 1));
        if (dice.chance(TWICE * faults))
            time.after(after + dice.spread(Time.MILLI, 30 * Time.SECOND), () -> deliver(text, 1));
    }

    private int numbered(String text) {
        return numbers.merge(text, 1, Integer::sum);
    }

    private void deliver(String text, int attempt) {
        if (attempt > MOST) return;
        boolean[] done = new boolean[1];
        cloud.invoke(
                Function.DELIVER,
                text.hashCode(),
                numbered(text),
                () -> deliver.apply(text),
                (result, failure) -> done[0] = failure == null);
        time.after(VISIBILITY, () -> {
            if (!done[0]) deliver(text, attempt + 1);
        });
    }
}
