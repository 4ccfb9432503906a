package dev.seqrpay.simulation.engine;

/**
 * Chance that can be repeated. What it says depends on the seed and on the name of what is asked for, and on nothing else:
 * leaving one payment or one fault out of a run changes no other throw, which is what makes a run shrinkable.
 */
public final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed, long name) {
        return new Dice(mixed(seed, name));
    }

    public static Dice of(long seed, long name, long part) {
        return new Dice(mixed(mixed(seed, name), part));
    }

    /** One number out of two, each bit of which depends on each bit of them. */
    public static long mixed(long one, long other) {
        return scrambled(scrambled(one + 0x9E3779B97F4A7C15L) ^ (other * 0xD1B54A32D192ED03L));
    }

    /** The finaliser of SplitMix64. */
    private static long scrambled(long x) {
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        return scrambled(state);
    }

    /** From 0 to below 1. */
    public double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return probability > 0 && share() < probability;
    }

    public long between(long least, long most) {
        return least + (long) (share() * (most - least + 1));
    }

    /** As often from 1 to 10 as from 10 to 100: short times and long ones. */
    public long spread(long least, long most) {
        return (long) (least * Math.pow((double) most / least, share()));
    }

    @SafeVarargs
    public final <T> T one(T... of) {
        return of[(int) (share() * of.length)];
    }
}
