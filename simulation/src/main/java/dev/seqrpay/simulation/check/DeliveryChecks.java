package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.Delivery;
import dev.seqrpay.webhook.Receiver.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every event arrives at each endpoint that it is for and that answers 2xx in the end (26), with what puts those of a payment
 * in order (27); no try is made that need not be (28), or before its time (29); what is given up has a reason (30).
 */
public final class DeliveryChecks {
    /** The schedule a second time, on purpose, in seconds. */
    private static final long[] DELAYS = {5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400};

    private static final int MOST = DELAYS.length + 1;
    private static final long LONGEST = 86_400 * Time.SECOND;
    /** A function comes to its end after 29 s, and who takes over waits for a minute. */
    private static final long ONE_AFTER_ANOTHER = 30 * Time.SECOND;
    /** The schedule's minute, the one that it allows a message, and five in which a message of its own may get lost. */
    private static final long LATE = 8 * Time.MINUTE;

    private final FeedChecks feed;
    private final EndpointChecks endpoints;
    private final Deliveries deliveries;
    private final Time time;
    private final Weather weather;
    private final Map<String, Tries> tries = new HashMap<>();
    private final Set<Long> sent = new HashSet<>();
    private final Map<Long, Heard> heard = new HashMap<>();
    private final Map<String, Set<Told>> arrived = new HashMap<>();

    /** @param answer null if there was none */
    private record Heard(Answer answer, long at) {}

    public DeliveryChecks(
            FeedChecks feed, EndpointChecks endpoints, Deliveries deliveries, Time time, Weather weather) {
        this.feed = feed;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.time = time;
        this.weather = weather;
    }

    private Tries tries(String endpointId, String eventId) {
        return tries.computeIfAbsent(endpointId + " " + eventId, delivery -> new Tries());
    }

    /** A function is about to post, perhaps not for the first time of this run, which is played again. */
    public void sends(long run, String endpointId, String eventId) {
        if (!sent.add(run)) return;
        Tries delivery = tries(endpointId, eventId);
        unless(
                delivery.ended == null,
                "28",
                () -> eventId + " is sent to " + endpointId + " once more, after " + delivery.ended);
        long now = time.now();
        boolean isAlone = delivery.isRecorded || now >= delivery.begunAt + ONE_AFTER_ANOTHER;
        unless(
                isAlone || weather.isSkewed(),
                "28",
                () -> eventId + " is sent to " + endpointId + " by two functions at once");
        unless(
                now >= delivery.notBefore || weather.isSkewed(),
                "29",
                () -> eventId + " is sent to " + endpointId + " before " + Time.clock(delivery.notBefore));
        unless(
                now <= delivery.notAfter,
                "26",
                () -> eventId + " is sent to " + endpointId + " after " + Time.clock(delivery.notAfter));
        delivery.begun++;
        delivery.begunAt = now;
        delivery.isRecorded = false;
    }

    /** The shop's server has it, and answers. */
    public void arrived(String endpointId, String eventId, byte[] body, Answer answer) {
        boolean isTaken = answer.status() / 100 == 2;
        if (answer.status() == 410) endpoints.goneAt(endpointId);
        if (isTaken) tries(endpointId, eventId).isTaken = true;
        Told told = Told.read(body);
        if (told == null) return;
        Told.Left left = feed.left(told);
        unless(
                left != null && left.told().equals(told) && left.shop().equals(endpoints.shop(endpointId)),
                "27",
                () -> endpointId + " is told " + told + ", and what happened is " + left);
        if (isTaken) arrived.computeIfAbsent(endpointId, id -> new HashSet<>()).add(told);
    }

    /** @param answer that came back to the function, null if there was none */
    public void heard(long run, String endpointId, Answer answer) {
        if (heard.putIfAbsent(run, new Heard(answer, time.now())) != null) return;
        endpoints.heard(endpointId, answer != null && answer.status() / 100 == 2);
    }

    /** What the function knows of the try is in the table. */
    public void recorded(long run, Delivery after) {
        String endpointId = after.name().endpointId();
        Tries delivery = tries(endpointId, after.eventId());
        Heard last = heard.get(run);
        delivery.isRecorded = true;
        if (last == null) givenUp(after);
        else if (last.answer() != null && last.answer().status() / 100 == 2) delivery.ended = "an answer of 2xx";
        else if (last.answer() != null && last.answer().status() == 410) delivery.ended = "an answer of 410";
        else if (after.tries() < MOST) again(delivery, after.tries(), last);
        else delivery.ended = "the last try";
    }

    private void givenUp(Delivery after) {
        unless(
                endpoints.isOff(after.name().endpointId()),
                "30",
                () -> after + " is given up, and its endpoint is not switched off");
    }

    private void again(Tries delivery, int number, Heard last) {
        long delay = DELAYS[number - 1] * Time.SECOND;
        Duration asked = last.answer() == null ? null : last.answer().retryAfter();
        long wanted = asked == null ? 0 : Math.min(asked.toSeconds() * Time.SECOND, LONGEST);
        delivery.notBefore = last.at() + Math.max(delay, wanted);
        boolean isQuiet = !weather.isFaulty(last.at()) && !weather.isSkewed();
        delivery.notAfter = isQuiet ? last.at() + Math.max(delay * 6 / 5, wanted) + LATE : Long.MAX_VALUE;
    }

    /** All is quiet. */
    public void end() {
        feed.end();
        endpoints.end();
        for (String endpointId : endpoints.ids()) {
            endpoints.events(endpointId).forEach(event -> ended(endpointId, event));
            if (endpoints.isLasting(endpointId)) inOrder(endpointId);
        }
    }

    private void ended(String endpointId, FeedEvent event) {
        Delivery delivery =
                deliveries.find(new DeliveryName(endpointId, event.position())).orElseThrow();
        boolean isTaken = tries(endpointId, event.id()).isTaken;
        boolean isRight =
                switch (delivery.state()) {
                    case DELIVERED -> isTaken;
                    case FAILED -> !endpoints.isLasting(endpointId);
                    case PENDING -> false;
                };
        unless(isRight, "26", () -> delivery + " is how it ends, and the shop " + (isTaken ? "has it" : "has it not"));
        boolean hasReason =
                delivery.state() != Delivery.State.FAILED || endpoints.isOff(endpointId) || delivery.tries() == MOST;
        unless(hasReason, "30", () -> delivery + " is given up too soon");
    }

    /** With the numbers that the events carry, the receiver has all that it subscribes to, each payment's in order. */
    private void inOrder(String endpointId) {
        Set<Told> wanted = feed.outbox().stream()
                .filter(left -> left.shop().equals(endpoints.shop(endpointId)))
                .map(Told.Left::told)
                .filter(told -> endpoints.wants(endpointId, told.type()))
                .collect(Collectors.toSet());
        Set<Told> there = arrived.getOrDefault(endpointId, Set.of());
        List<Told> missing =
                wanted.stream().filter(told -> !there.contains(told)).toList();
        unless(missing.isEmpty(), "27", () -> endpointId + " does not know of " + missing);
    }
}
