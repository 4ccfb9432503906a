package dev.seqrpay.simulation.engine;

import dev.seqrpay.payment.SeqrException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Draws what becomes of each call. Every fault has a name made of its run and its call, so that a run can be repeated without
 * some of them.
 */
public final class Faults {
    /** No fault: SEQR may take its time to make an invoice, and the watch looks before it is there. */
    private static final double SLOW = 0.02;

    private static final double CRASH = 0.02;
    private static final double STALL = 0.02;
    private static final int STEPS = 10;

    private final long seed;
    private final Weather weather;
    private final Set<Long> leftOut;
    private final Map<Long, String> happened = new LinkedHashMap<>();

    public Faults(long seed, Weather weather, Set<Long> leftOut) {
        this.seed = seed;
        this.weather = weather;
        this.leftOut = leftOut;
    }

    /** By name, what went wrong. */
    public Map<Long, String> happened() {
        return happened;
    }

    Fate fate(Invocation by, Call.Kind kind, long now) {
        Dice dice = Dice.of(seed, by.name(), by.calls());
        long there = kind.isFar() ? dice.between(10, 90) * Time.MILLI : dice.between(1, 3) * Time.MILLI;
        long back = kind.isFar() ? dice.between(10, 60) * Time.MILLI : Time.MILLI;
        if (kind == Call.Kind.SEND_INVOICE) back = making(by, back);
        Fate plain = Fate.plain(there, back);
        if (!weather.isFaulty(now)) return plain;
        if (kind.toSeqr() && weather.isDown(now)) return down(dice, there, back);
        if (weather.lasting.answers(kind, now))
            return Fate.answered(SeqrException.answered(kind.name(), weather.lasting.code()), false, there, back);
        if (weather.lasting.isTableAway(kind, now))
            return Fate.answered(new Unanswered("the table is away"), false, there, back);
        Fate fate = kind.isFar() ? faraway(dice, kind, plain) : atTheTable(dice, plain);
        fate = inTheFunction(by, fate);
        if (fate == plain) return plain;
        long name = Dice.mixed(by.name(), by.calls());
        if (leftOut.contains(name)) return plain;
        happened.put(name, now + " " + kind + " " + fate);
        return fate;
    }

    private long making(Invocation by, long usual) {
        Dice dice = Dice.of(seed, by.name(), -2 - by.calls());
        return dice.chance(SLOW) ? dice.between(5, 14) * Time.SECOND : usual;
    }

    /** An outage is part of the weather: it cannot be left out call by call. */
    private Fate down(Dice dice, long there, long back) {
        if (weather.isSilent) return Fate.lostRequest(there);
        double share = dice.share();
        if (share < 0.25) return Fate.answered(SeqrException.answered("call", 94), false, there, back);
        if (share < 0.5) return Fate.answered(SeqrException.answered("call", 93), false, there, back);
        if (share < 0.75) return Fate.answered(SeqrException.notSent("call", "refused", null), false, 0, 0);
        return Fate.lostRequest(there);
    }

    private Fate faraway(Dice dice, Call.Kind kind, Fate plain) {
        double share = dice.share() / weather.strength().faults();
        if (share < 0.03) return Fate.lostRequest(plain.there());
        if (share < 0.06) return Fate.lostAnswer(plain.there());
        if (share < 0.08) return Fate.plain(dice.spread(Time.SECOND, 70 * Time.SECOND), plain.back());
        if (share < 0.10) return Fate.plain(plain.there(), dice.spread(Time.SECOND, 70 * Time.SECOND));
        return kind.toSeqr() ? atSeqr(share, kind, plain) : plain;
    }

    private static Fate atSeqr(double share, Call.Kind kind, Fate plain) {
        if (share < 0.105) return refused(93, false, plain);
        if (share < 0.11) return Fate.answered(SeqrException.notSent("call", "refused", null), false, 0, 0);
        if (share < 0.12) return refused(90, true, plain);
        if (share < 0.13) return refused(90, false, plain);
        if (share < 0.135) return refused(94, true, plain);
        if (share < 0.14 && kind == Call.Kind.GET_STATUS)
            return Fate.answered(SeqrException.unreadable("call", "it has no version", null), true, 0, 0);
        return plain;
    }

    private static Fate refused(int code, boolean arrives, Fate plain) {
        return Fate.answered(SeqrException.answered("call", code), arrives, plain.there(), plain.back());
    }

    private Fate atTheTable(Dice dice, Fate plain) {
        double share = dice.share() / weather.strength().faults();
        if (share < 0.005) return Fate.answered(new Unanswered("throttled"), false, plain.there(), plain.back());
        if (share < 0.010) return Fate.lostAnswer(plain.there());
        if (share < 0.013) return Fate.lostRequest(plain.there());
        if (share < 0.018) return Fate.plain(dice.spread(Time.SECOND, 12 * Time.SECOND), plain.back());
        return plain;
    }

    private Fate inTheFunction(Invocation by, Fate fate) {
        Dice dice = Dice.of(seed, by.name());
        double share = dice.share() / weather.strength().faults();
        if (share >= CRASH + STALL || dice.between(1, STEPS) != by.calls()) return fate;
        if (share >= CRASH) return fate.held(dice.spread(Time.SECOND, 70 * Time.SECOND));
        return fate.dying(dice.one(Fate.Death.BEFORE, Fate.Death.AFTER));
    }

    /** Of something that is not a call, such as a stale index. */
    public boolean chance(Invocation by, double probability, long now) {
        return weather.isFaulty(now)
                && Dice.of(seed, by.name(), -1)
                        .chance(probability * weather.strength().faults())
                && !leftOut.contains(by.name());
    }
}
