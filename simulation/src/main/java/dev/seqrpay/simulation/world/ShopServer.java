package dev.seqrpay.simulation.world;

import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.webhook.OwnEvents;
import dev.seqrpay.webhook.Receiver.Answer;
import java.time.Duration;
import java.util.Set;

/**
 * A server of a shop that events are posted to.
 *
 * @param types of the events that it gets, none for all
 * @param until when its habit changes
 */
record ShopServer(String id, Habit habit, Set<String> types, long until, long seed) {
    private static final long HOUR = 60 * Time.MINUTE;

    /** How it answers. */
    enum Habit {
        /** Always 2xx, but for a time in which it is restarted. */
        STEADY,
        /** Not at first, for minutes or for a day and a half. */
        DOWN,
        /** 2xx, and 410 later. */
        GONE,
        /** Never 2xx. */
        DEAD
    }

    static ShopServer draw(long seed, String shop, int number) {
        Dice dice = Dice.of(seed, shop.hashCode(), number);
        Habit habit =
                dice.one(Habit.STEADY, Habit.STEADY, Habit.STEADY, Habit.DOWN, Habit.DOWN, Habit.GONE, Habit.DEAD);
        Set<String> types = dice.one(
                Set.<String>of(),
                Set.<String>of(),
                Set.of("payment.paid.v1", "refund.settled.v1"),
                Set.of("payment.cancelled.v1", OwnEvents.DISABLED));
        long until = habit == Habit.DOWN ? dice.spread(Time.MINUTE, 40 * HOUR) : dice.between(0, 12 * Time.MINUTE);
        String id = "we_" + shop + "_" + "a".repeat(25) + (char) ('a' + number);
        return new ShopServer(id, habit, types, until, seed);
    }

    boolean isLasting() {
        return habit == Habit.STEADY || habit == Habit.DOWN;
    }

    /** @param number of the post, from 1 */
    Answer take(String eventId, int number, long now) {
        Dice dice = Dice.of(Dice.mixed(seed, id.hashCode()), eventId.hashCode(), number);
        Answer good = new Answer(dice.one(200, 201, 202, 204), null);
        return switch (habit) {
            case STEADY -> now > until && now < until + Time.MINUTE ? bad(dice) : good;
            case DOWN -> now < until ? bad(dice) : good;
            case GONE -> now < until ? good : new Answer(410, null);
            case DEAD -> bad(dice);
        };
    }

    private static Answer bad(Dice dice) {
        int status = dice.one(302, 400, 404, 429, 500, 503);
        boolean asks = status == 429 || status == 503 && dice.chance(0.5);
        return new Answer(status, asks ? Duration.ofSeconds(dice.spread(1, 30 * HOUR / Time.SECOND)) : null);
    }
}
