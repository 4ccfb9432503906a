package dev.seqrpay.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** Virtual time in microseconds, and all that is still to happen. What is due at once happens in the order it was arranged. */
final class Time implements InstantSource {
    static final long MILLI = 1_000;
    static final long SECOND = 1_000 * MILLI;
    static final long MINUTE = 60 * SECOND;

    private static final long BEGINNING = Instant.parse("2026-01-01T12:00:00Z").getEpochSecond();

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long arranged;
    private long now;

    private record Event(long due, long number, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return due != other.due ? Long.compare(due, other.due) : Long.compare(number, other.number);
        }
    }

    long now() {
        return now;
    }

    @Override
    public Instant instant() {
        return instant(now);
    }

    static Instant instant(long time) {
        return Instant.ofEpochSecond(BEGINNING + Math.floorDiv(time, SECOND), Math.floorMod(time, SECOND) * 1000L);
    }

    static long of(Instant instant) {
        return (instant.getEpochSecond() - BEGINNING) * SECOND + instant.getNano() / 1000;
    }

    /** Minutes, seconds and milliseconds since the beginning. */
    static String clock(long time) {
        return String.format("%02d:%02d.%03d", time / MINUTE, time / SECOND % 60, time / MILLI % 1000);
    }

    void at(long due, Runnable action) {
        events.add(new Event(Math.max(due, now), arranged++, action));
    }

    void after(long delay, Runnable action) {
        at(now + delay, action);
    }

    /** Nothing else happens before then, so that who waits until then need not give way. */
    boolean isFreeUntil(long due) {
        Event next = events.peek();
        return next == null || next.due > due;
    }

    void moveTo(long due) {
        now = Math.max(now, due);
    }

    void runUntil(long end) {
        while (!events.isEmpty() && events.peek().due <= end) {
            Event next = events.remove();
            now = next.due;
            next.action.run();
        }
        moveTo(end);
    }
}
