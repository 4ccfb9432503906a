package dev.seqrpay.simulation.engine;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What becomes of one call.
 *
 * @param hold how long the function stands still before it calls
 * @param dies the function comes to its end, before the call or once the answer is there
 * @param there how long the request is under way
 * @param arrives whether it has its effect
 * @param instead what is answered in place of the answer, or null
 * @param back how long the answer is under way
 */
@RecordBuilder
record Fate(long hold, Death dies, long there, boolean arrives, RuntimeException instead, long back) {
    /** Longer than anybody waits. */
    static final long NEVER = 1000 * Time.SECOND;

    enum Death {
        NO,
        BEFORE,
        AFTER
    }

    static Fate plain(long there, long back) {
        return new Fate(0, Death.NO, there, true, null, back);
    }

    static Fate lostRequest(long there) {
        return new Fate(0, Death.NO, there, false, null, NEVER);
    }

    static Fate lostAnswer(long there) {
        return new Fate(0, Death.NO, there, true, null, NEVER);
    }

    static Fate answered(RuntimeException instead, boolean arrives, long there, long back) {
        return new Fate(0, Death.NO, there, arrives, instead, back);
    }

    Fate dying(Death when) {
        return FateBuilder.builder(this).dies(when).build();
    }

    Fate held(long time) {
        return FateBuilder.builder(this).hold(time).build();
    }
}
