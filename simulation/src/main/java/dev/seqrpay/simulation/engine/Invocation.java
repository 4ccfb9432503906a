package dev.seqrpay.simulation.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One run of a function, which can be held up at each of its calls without a thread of its own: a call that has no answer yet
 * unwinds the code, and when the answer comes the code runs again from its beginning and is given the same answers as before,
 * up to that call. All that the code learns of the world, the time included, passes through here, so it takes the same way
 * each time. A crash is a run that is never continued.
 */
public final class Invocation {
    /** Where calls go. */
    public interface Outside {
        /** The answer, or {@link Suspended}: then {@link Invocation#resume} is called later, or never. */
        Object call(Invocation by, Call call);

        /** What clock this run has. */
        Object clock(Invocation by);

        /** Answers once that much time has passed. */
        Object pause(Invocation by, long time);

        /** From here on this run is the one whose calls come. */
        void runs(Invocation run);

        void ended(Invocation run, Object result, RuntimeException failure);
    }

    private final Outside outside;
    private final Function function;
    private final long name;
    private final long begun;
    private final Supplier<?> code;
    private final End end;
    private final List<Object> answers = new ArrayList<>(8);
    private int position;
    private int calls;
    private boolean isUnwinding;
    private Instant clockRead = Instant.MIN;
    private Instant clockReadFirst;
    private Instant furthestClockRead = Instant.MIN;
    private String rowRead;
    /** What it has to call next, null if it is free to choose. */
    private Call.Kind owed;

    /** Who waits for the run; told once, unless the run dies. */
    public interface End {
        void came(Object result, RuntimeException failure);
    }

    /** @param name different for each run of a seed, and the same in each repetition of the seed */
    public Invocation(Outside outside, Function function, long name, long begun, Supplier<?> code, End end) {
        this.outside = outside;
        this.function = function;
        this.name = name;
        this.begun = begun;
        this.code = code;
        this.end = end;
    }

    public void run() {
        position = 0;
        owed = null;
        isUnwinding = false;
        rowRead = null;
        outside.runs(this);
        Object result;
        try {
            result = code.get();
        } catch (Suspended waiting) {
            return;
        } catch (RuntimeException failure) {
            outside.ended(this, null, failure);
            return;
        }
        outside.ended(this, result, null);
    }

    public void resume(Object answer) {
        answers.add(answer);
        run();
    }

    Object call(Call call) {
        if (position == answers.size())
            answers.add(asked(() -> {
                calls++;
                return outside.call(this, call);
            }));
        return given();
    }

    Object clock() {
        if (position == answers.size()) answers.add(asked(() -> outside.clock(this)));
        Object time = given();
        clockRead = (Instant) time;
        if (clockReadFirst == null) clockReadFirst = clockRead;
        if (clockRead.isAfter(furthestClockRead)) furthestClockRead = clockRead;
        return time;
    }

    void pause(long time) {
        if (position == answers.size()) answers.add(asked(() -> outside.pause(this, time)));
        given();
    }

    /** Code that is being unwound, and has something to do finally, does not do it: it has not come to that yet. */
    private Object asked(Supplier<Object> question) {
        if (isUnwinding) throw Suspended.NOW;
        try {
            return question.get();
        } catch (Suspended waiting) {
            isUnwinding = true;
            throw waiting;
        }
    }

    private Object given() {
        Object answer = answers.get(position++);
        if (answer instanceof Call.Failure failure) throw failure.exception();
        return answer;
    }

    public void owes(Call.Kind next) {
        owed = next;
    }

    Call.Kind owed() {
        return owed;
    }

    public Function function() {
        return function;
    }

    public long name() {
        return name;
    }

    public long begun() {
        return begun;
    }

    /** How many calls it has made. */
    int calls() {
        return calls;
    }

    /** All that it has been told. */
    List<Object> answers() {
        return answers;
    }

    /** What its clock said when it last read it, for those who check what it does. */
    public Instant clockRead() {
        return clockRead;
    }

    /** The latest time that its clock has said: what it found due by that clock, a clock put back meanwhile does not undo. */
    public Instant furthestClockRead() {
        return furthestClockRead;
    }

    /** From its first look at its clock to the last. */
    public Duration worked() {
        return Duration.between(clockReadFirst, clockRead);
    }

    /** @return whether it comes from another row, or none */
    public boolean begins(String row) {
        boolean isAnother = !row.equals(rowRead);
        rowRead = row;
        return isAnother;
    }

    End end() {
        return end;
    }
}
