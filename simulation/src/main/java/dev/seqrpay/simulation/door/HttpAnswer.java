package dev.seqrpay.simulation.door;

import dev.seqrpay.simulation.engine.Unanswered;
import dev.seqrpay.simulation.engine.Violation;
import java.util.Arrays;
import java.util.Map;

/** What a function has API Gateway answer. */
final class HttpAnswer {
    private final int status;
    private final String body;

    HttpAnswer(Map<String, Object> response) {
        status = ((Number) response.get("statusCode")).intValue();
        body = (String) response.get("body");
    }

    int status() {
        return status;
    }

    /** @return a member of the body, null if it has none of that name */
    Object object(String name) {
        return Lambda.object(body).get(name);
    }

    /** @return a member of the body as text, null if it has none of that name */
    String text(String name) {
        Object value = object(name);
        return value == null ? null : value.toString();
    }

    /**
     * @return this, if it is one of these
     * @throws Unanswered if it says to ask again
     * @throws Violation if the request was refused, which was as it has to be
     */
    HttpAnswer expect(int... statuses) {
        if (Arrays.stream(statuses).anyMatch(each -> each == status)) return this;
        if (status == 409 || status >= 500) throw new Unanswered("HTTP " + status);
        throw new Violation("code", "a good request is answered with " + this);
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
