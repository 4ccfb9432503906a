package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.OpenPayment;
import dev.seqrpay.simulation.check.Lie;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Strength;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import java.util.ArrayList;
import java.util.List;

/** What will happen to one payment from outside, drawn before the run; whether it works out is another matter. */
record PaymentPlan(
        int number,
        long checkoutAt,
        long amount,
        boolean checkoutTwice,
        boolean otherOrder,
        Payer payer,
        long thinks,
        long enters,
        int tabs,
        boolean browserGone,
        boolean receiptPage,
        boolean notificationLost,
        List<Long> notifications,
        List<Long> forged,
        List<Long> cancels,
        List<Long> updates,
        List<Part> refunds,
        Lie lie,
        int order,
        OpenPayment openPayment,
        int holdSeconds,
        List<Long> captures,
        Loyalty loyalty) {

    static final long LONGEST_HOLD = 4 * Time.MINUTE;
    private static final long ORDERS = 0x0DE5;
    private static final long UPDATES = 0xCA27;
    private static final long RESERVATIONS = 0x4E5E;
    private static final long LOYALTY = 0x10A1;

    /** What the payer does with the code. */
    enum Payer {
        PAYS,
        CANCELS,
        /** Never even scans. */
        DAWDLES,
        /** Confirms within seconds of the expiry, before or after. */
        AT_THE_DEADLINE,
        /** Scans, puts the phone away, comes back. */
        WALKS_AWAY;

        boolean wantsToPay() {
            return this != CANCELS && this != DAWDLES;
        }
    }

    /** Money to be given back, so long after the payment. */
    record Part(long after, double share, boolean twice) {}

    /**
     * What comes of the payer's loyalty card.
     *
     * @param hasCard whether the payer offers one
     * @param answer what the shop makes of it
     * @param isCheaper whether it takes another total for it
     * @param thinks how long the shop takes once it has heard of it
     */
    record Loyalty(AcknowledgmentMode mode, boolean hasCard, Status answer, boolean isCheaper, long thinks) {
        /** The app waits for the shop. */
        boolean isWaitedFor() {
            return mode == AcknowledgmentMode.REQUIRE_ACKNOWLEDGMENT
                    || mode == AcknowledgmentMode.OPTIONAL_ACKNOWLEDGMENT && hasCard;
        }
    }

    static PaymentPlan draw(long seed, int number, Weather weather) {
        Dice dice = Dice.of(seed, number);
        Strength strength = weather.strength();
        double odd = Math.min(1, strength.faults() * 2);
        Payer payer = payer(dice.share());
        List<Long> notifications = new ArrayList<>(List.of(dice.spread(30 * Time.MILLI, 2 * Time.SECOND)));
        if (dice.chance(0.1 * odd)) notifications.set(0, dice.spread(Time.SECOND, 60 * Time.SECOND));
        if (dice.chance(0.1 * odd)) notifications.add(dice.spread(30 * Time.MILLI, 60 * Time.SECOND));
        return new PaymentPlan(
                number,
                checkoutAt(seed, number, dice.between(0, Weather.ARRIVALS), weather),
                dice.spread(100, 100_000),
                dice.chance(0.05 * odd),
                dice.chance(0.02 * odd),
                payer,
                payer == Payer.AT_THE_DEADLINE
                        ? weather.life() + dice.between(-10, 5) * Time.SECOND
                        : dice.spread(Time.SECOND, 60 * Time.SECOND),
                dice.spread(Time.SECOND, 10 * Time.SECOND),
                dice.chance(0.1) ? 2 : 1,
                dice.chance(strength.browsersGone()),
                dice.chance(0.3),
                dice.chance(strength.notificationsLost()),
                notifications,
                times(dice, 0.05 * odd, weather.life()),
                impatient(dice, times(dice, 0.08, weather.life())),
                times(Dice.of(seed, number, UPDATES), 0.1, 90 * Time.SECOND),
                parts(dice, 0.1 + 0.2 * odd),
                dice.chance(0.02 * odd) ? dice.one(Lie.values()) : Lie.NONE,
                order(seed, number),
                Dice.of(seed, number, ORDERS + 2).one(OpenPayment.values()),
                holdSeconds(seed, number),
                captures(seed, number),
                loyalty(Dice.of(seed, number, LOYALTY)));
    }

    /** One shop in fourteen has a club, and so have most of its payers a card. */
    private static Loyalty loyalty(Dice dice) {
        AcknowledgmentMode mode = dice.chance(0.07)
                ? dice.one(AcknowledgmentMode.OPTIONAL_ACKNOWLEDGMENT, AcknowledgmentMode.REQUIRE_ACKNOWLEDGMENT)
                : AcknowledgmentMode.NO_ACKNOWLEDGMENT;
        return new Loyalty(
                mode,
                dice.chance(0.7),
                dice.one(Status.USED, Status.BLOCKED, Status.INVALID),
                dice.chance(0.5),
                dice.spread(10 * Time.MILLI, 3 * Time.SECOND));
    }

    /** One payment in fourteen is reserved. */
    private static int holdSeconds(long seed, int number) {
        Dice dice = Dice.of(seed, number, RESERVATIONS);
        return dice.chance(0.07) ? (int) dice.between(60, LONGEST_HOLD / Time.SECOND) : 0;
    }

    /** Most shops take what is reserved, in time or too late, some of them more than once. */
    private static List<Long> captures(long seed, int number) {
        long hold = holdSeconds(seed, number) * Time.SECOND;
        return hold == 0 ? List.of() : times(Dice.of(seed, number, RESERVATIONS + 1), 0.8, hold + 30 * Time.SECOND);
    }

    /** @return the total for those of the club, 0 if it stays */
    long clubPrice() {
        return loyalty.isCheaper() ? amount + 5 : 0;
    }

    /** @return the total that the shop's change asks for; none of them is that of another order */
    long changed(int update) {
        return amount + 10L * (update + 1);
    }

    /** Now and then it is the order of the payment before, with another cart. */
    private static int order(long seed, int number) {
        return number > 0 && Dice.of(seed, number, ORDERS).chance(0.07) ? order(seed, number - 1) : number;
    }

    /** Who checks out an order again does so at any moment after the first time, or at the same one. */
    private static long checkoutAt(long seed, int number, long otherwise, Weather weather) {
        int order = order(seed, number);
        if (order == number) return otherwise;
        Dice dice = Dice.of(seed, number, ORDERS + 1);
        long first = draw(seed, order, weather).checkoutAt();
        return first + dice.spread(Time.MILLI, Math.max(Time.SECOND, Weather.ARRIVALS - first));
    }

    private static Payer payer(double share) {
        if (share < 0.78) return Payer.PAYS;
        if (share < 0.85) return Payer.CANCELS;
        if (share < 0.91) return Payer.DAWDLES;
        return share < 0.96 ? Payer.AT_THE_DEADLINE : Payer.WALKS_AWAY;
    }

    private static List<Long> times(Dice dice, double probability, long most) {
        List<Long> times = new ArrayList<>();
        while (dice.chance(times.isEmpty() ? probability : 0.3)) times.add(dice.spread(100 * Time.MILLI, most));
        return times;
    }

    /** Now and then the shop, or the shopper, cancels again and again. */
    private static List<Long> impatient(Dice dice, List<Long> cancels) {
        if (cancels.isEmpty() || !dice.chance(0.2)) return cancels;
        List<Long> all = new ArrayList<>(cancels);
        for (int again = 0; again < 30; again++) all.add(cancels.get(0) + dice.spread(Time.MILLI, 20 * Time.SECOND));
        return all;
    }

    private static List<Part> parts(Dice dice, double probability) {
        List<Part> parts = new ArrayList<>();
        if (!dice.chance(probability)) return parts;
        do
            parts.add(new Part(
                    dice.spread(50 * Time.MILLI, 60 * Time.SECOND),
                    dice.one(0.2, 0.4, 0.5, 0.6, 1.0),
                    dice.chance(0.3)));
        while (dice.chance(0.5));
        return parts;
    }
}
