package dev.seqrpay.simulation.check;

import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulation.engine.Time;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** What an event says of a payment: the change that it is about. Two of them are equal if they say the same. */
record Told(String paymentId, int version, String type, State state) {

    static Told of(Change change, EventType type) {
        return new Told(
                change.payment().id(),
                change.payment().version(),
                type.wireName(),
                change.payment().state());
    }

    /** @return null for an event that is about no payment */
    static Told read(byte[] body) {
        Map<String, Object> event = JSON.std.mapFrom(new String(body, StandardCharsets.UTF_8));
        Map<?, ?> data = (Map<?, ?>) event.get("data");
        return data.get("seq") == null
                ? null
                : new Told(
                        "" + data.get("id"),
                        (int) data.get("seq"),
                        "" + event.get("type"),
                        State.valueOf("" + data.get("state")));
    }

    /** @param at when the change was made */
    record Left(Told told, String shop, long at) {
        static Left of(Change change, Time time) {
            return new Left(
                    Told.of(change, EventType.of(change).orElseThrow()),
                    change.payment().merchantId(),
                    time.now());
        }
    }
}
