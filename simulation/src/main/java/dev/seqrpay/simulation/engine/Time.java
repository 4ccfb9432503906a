package dev.seqrpay.simulation.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** Virtual time in microseconds, and all that is still to happen. What is due at once happens in the order it was arranged. */
public final class Time implements InstantSource {
    public static final long MILLI = 1_000;
    public static final long SECOND = 1_000 * MILLI;
    public static final long MINUTE = 60 * SECOND;

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

    public long now() {
        return now;
    }

    @Override
    public Instant instant() {
        return instant(now);
    }

    public static Instant instant(long time) {
        return Instant.ofEpochSecond(BEGINNING + Math.floorDiv(time, SECOND), Math.floorMod(time, SECOND) * 1000L);
    }

    public static long of(Instant instant) {
        return (instant.getEpochSecond() - BEGINNING) * SECOND + instant.getNano() / 1000;
    }

    /** Minutes, seconds and milliseconds since the beginning. */
    public static String clock(long time) {
        return String.format("%02d:%02d.%03d", time / MINUTE, time / SECOND % 60, time / MILLI % 1000);
    }

    public void at(long due, Runnable action) {
        events.add(new Event(Math.max(due, now), arranged++, action));
    }

    public void after(long delay, Runnable action) {
        at(now + delay, action);
    }

    /** Nothing else happens before then, so that who waits until then need not give way. */
    boolean isFreeUntil(long due) {
        Event next = events.peek();
        return next == null || next.due > due;
    }

    public void moveTo(long due) {
        now = Math.max(now, due);
    }

    public void runUntil(long end) {
        while (!events.isEmpty() && events.peek().due <= end) {
            Event next = events.remove();
            now = next.due;
            next.action.run();
        }
        moveTo(end);
    }
}
