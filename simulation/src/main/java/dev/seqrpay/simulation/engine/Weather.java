package dev.seqrpay.simulation.engine;

import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.Switches;
import dev.seqrpay.simulator.core.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What goes for a whole seed: which SEQR it is (each open switch of the contract both ways), whose clocks are wrong, when SEQR
 * is down, how long a payment lives, when the faults stop.
 */
public final class Weather {
    public static final long ARRIVALS = 6 * Time.MINUTE;
    private static final long SKEW = 5 * Time.MINUTE;

    /** One seed in so many runs through the functions themselves, which takes longer. */
    private static final int WIRED = 20;

    /** And one of two of these goes on to what shops are told, which takes longer still. */
    private static final int TELLING = 2 * WIRED;

    private final Strength strength;
    private final boolean isWired;
    private final boolean isTelling;
    private final long life;
    private final long faultsUntil;
    private final Duration expireAfter;
    private final Switches.AcknowledgedBy acknowledgedBy;
    private final InvoiceStatus reversedAs;
    private final Switches.Refunds refunds;
    private final Map<Function, Long> skews = new EnumMap<>(Function.class);
    private final List<Variant> variants = new ArrayList<>();
    final Lasting lasting;
    private final long outageFrom;
    private final long outageUntil;
    /** Then each question takes as long as anybody waits for an answer. */
    final boolean isSilent;

    public Weather(long seed, Strength strength) {
        Dice dice = Dice.of(seed, 0x5EED);
        this.strength = strength;
        this.isWired = seed % WIRED == 0;
        this.isTelling = seed % TELLING == 0;
        this.life = dice.one(2L, 3L, 5L) * Time.MINUTE;
        this.acknowledgedBy = dice.one(Switches.AcknowledgedBy.values());
        this.reversedAs = dice.one(InvoiceStatus.CANCELED, InvoiceStatus.FAILED, InvoiceStatus.PAID);
        this.refunds = dice.chance(0.9) ? Switches.Refunds.ALLOWED : dice.one(Switches.Refunds.values());
        // SEQR's own expiry may come before ours, at about the same time, or not at all
        this.expireAfter =
                Duration.ofSeconds(dice.chance(0.3) ? dice.between(life * 3 / 4, life * 5 / 4) / Time.SECOND : 0);
        Dice ways = Dice.of(seed, 0x3A75);
        for (Class<? extends Variant> point : Variant.ALL) variants.add(ways.one(point.getEnumConstants()));
        // a shop with such a terminal can hardly sell: not many seeds of that
        if (ways.chance(0.8)) variants.add(Variant.CashRegisters.REGISTERED);
        this.isSilent = ways.chance(0.4);
        boolean faulty = strength.faults() > 0;
        this.faultsUntil = !faulty ? 0 : strength.lasting() ? ARRIVALS + life + 2 * Time.MINUTE : stopping(dice);
        boolean skewed = dice.chance(strength.faults() * 0.5);
        Dice tellers = Dice.of(seed, 0x7E11);
        for (Function function : Function.values())
            skews.put(function, skewed ? skew(function.isTelling() ? tellers : dice) : 0);
        boolean outage = dice.chance(strength.faults() * 0.5);
        this.outageFrom = outage ? dice.between(0, ARRIVALS) : Long.MAX_VALUE;
        this.outageUntil = outage ? outageFrom + dice.spread(5 * Time.SECOND, 4 * Time.MINUTE) : 0;
        this.lasting = strength.harsh() ? Lasting.draw(dice, ARRIVALS, faultsUntil) : Lasting.NOTHING;
    }

    private static long skew(Dice dice) {
        return dice.between(-SKEW, SKEW) / Time.MILLI * Time.MILLI;
    }

    /** Mostly while payments still come, now and then long after the last: abandoned refunds meet faults, too. */
    private static long stopping(Dice dice) {
        return dice.chance(0.8) ? ARRIVALS * 2 / 3 : ARRIVALS + 20 * Time.MINUTE;
    }

    public Strength strength() {
        return strength;
    }

    /** The seed goes through the deployed functions. */
    public boolean isWired() {
        return isWired;
    }

    /** Shops are told what has happened to payments. */
    public boolean isTelling() {
        return isTelling;
    }

    /** How long a payment lives. */
    public long life() {
        return life;
    }

    /** 0 if there are none. */
    public long faultsUntil() {
        return faultsUntil;
    }

    public Switches switches() {
        Switches switches = new Switches();
        variants.forEach(switches::turn);
        return switches.acknowledgedBy(acknowledgedBy)
                .reversedAs(reversedAs)
                .refunds(refunds)
                .expireAfter(expireAfter);
    }

    long skew(Function function, long now) {
        return now < faultsUntil ? skews.get(function) : 0;
    }

    /** What a function's clock says at a time: milliseconds, and it may be wrong. */
    public Instant clock(Function function, long time) {
        long said = time + skew(function, time);
        return Time.instant(said - Math.floorMod(said, Time.MILLI));
    }

    public boolean isSkewed() {
        return skews.values().stream().anyMatch(skew -> skew != 0);
    }

    boolean isDown(long now) {
        return now >= outageFrom && now < Math.min(outageUntil, faultsUntil);
    }

    public boolean isFaulty(long now) {
        return now < faultsUntil && strength.faults() > 0;
    }

    @Override
    public String toString() {
        return "a payment lives " + life / Time.MINUTE + " min, acknowledged by " + acknowledgedBy + ", reversed as "
                + reversedAs + ", " + variants + ", refunds " + refunds + ", SEQR's own expiry "
                + expireAfter.toSeconds() + " s"
                + (isSkewed() ? ", clocks wrong by " + skews : "")
                + (outageUntil > 0
                        ? ", SEQR " + (isSilent ? "silent" : "down") + " from " + Time.clock(outageFrom) + " to "
                                + Time.clock(outageUntil)
                        : "")
                + lasting + (isWired ? ", through the functions" : "") + (isTelling ? ", and told to the shops" : "");
    }
}
