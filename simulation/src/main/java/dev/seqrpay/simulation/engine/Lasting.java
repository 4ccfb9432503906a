package dev.seqrpay.simulation.engine;

import java.util.stream.Stream;

/**
 * What is wrong for minutes, for all callers: SEQR answers one operation, or all of them, with the same code; the
 * table is away; a function has no capacity left. All of it is over when the faults stop.
 *
 * @param code SEQR's answer
 * @param operation the one that is answered so, or null for all
 * @param full the function that is not begun while it is full
 */
record Lasting(int code, Call.Kind operation, Span seqr, Span table, Function full, Span capacity) {
    private static final int UNKNOWN_TO_THE_CONTRACT = 77;
    private static final Function[] ABOUT_PAYMENTS = Stream.of(Function.values())
            .filter(function -> !function.isTelling())
            .toArray(Function[]::new);
    static final Lasting NOTHING = new Lasting(0, null, Span.NEVER, Span.NEVER, null, Span.NEVER);

    /** From a time on until another. */
    record Span(long from, long until) {
        static final Span NEVER = new Span(Long.MAX_VALUE, 0);

        boolean has(long now) {
            return now >= from && now < until;
        }

        private static Span draw(Dice dice, double probability, long most, long latest, long end) {
            if (!dice.chance(probability)) return NEVER;
            long from = dice.between(0, latest);
            return new Span(from, Math.min(end, from + dice.spread(20 * Time.SECOND, most)));
        }

        @Override
        public String toString() {
            return Time.clock(from) + " to " + Time.clock(until);
        }
    }

    /**
     * @param latest when the last of it begins
     * @param end when all of it is over
     */
    static Lasting draw(Dice dice, long latest, long end) {
        return new Lasting(
                dice.one(1, 2, 20, 21, 29, 37, 48, 54, 91, 92, 97, 99, UNKNOWN_TO_THE_CONTRACT),
                dice.one(
                        null,
                        Call.Kind.SEND_INVOICE,
                        Call.Kind.GET_STATUS,
                        Call.Kind.CANCEL_INVOICE,
                        Call.Kind.REFUND_PAYMENT),
                Span.draw(dice, 0.6, 4 * Time.MINUTE, latest, end),
                Span.draw(dice, 0.3, 4 * Time.MINUTE, latest, end),
                dice.one(ABOUT_PAYMENTS),
                Span.draw(dice, 0.3, 2 * Time.MINUTE, latest, end));
    }

    boolean answers(Call.Kind kind, long now) {
        return kind.toSeqr() && (operation == null || operation == kind) && seqr.has(now);
    }

    boolean isTableAway(Call.Kind kind, long now) {
        return kind.toTable() && table.has(now);
    }

    boolean isFull(Function function, long now) {
        return function == full && capacity.has(now);
    }

    @Override
    public String toString() {
        return (seqr == Span.NEVER
                        ? ""
                        : ", " + code + " to " + (operation == null ? "all" : operation) + " from " + seqr)
                + (table == Span.NEVER ? "" : ", the table away from " + table)
                + (capacity == Span.NEVER ? "" : ", no " + full + " from " + capacity);
    }
}
