package dev.seqrpay.event;

import java.time.Instant;

/** Events and endpoints for tests that are about something else. */
public final class SampleEvents {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final String ENDPOINT = "we_demoshop_k3vq7s2mzr4d6xwb5hn2c7tfya";
    public static final String BODY =
            "{\"type\":\"payment.paid.v1\",\"timestamp\":\"2026-11-22T12:00:00Z\",\"data\":{\"id\":\"å\"}}";

    private SampleEvents() {}

    public static FeedEvent event(long position) {
        return new FeedEvent(
                "demoshop", position, EventId.of(position, "pay_a " + position), "payment.paid.v1", NOW, BODY);
    }
}
