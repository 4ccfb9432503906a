package dev.seqrpay.http;

import dev.seqrpay.event.EventId;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.webhook.OwnEvents;
import dev.seqrpay.webhook.WebhookEndpoint.Target;
import dev.seqrpay.webhook.WebhookUrl;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bodies of the requests about webhook endpoints. */
public final class WebhookBody {
    private static final Set<String> TYPES =
            new TreeSet<>(Stream.concat(Stream.of(EventType.values()).map(EventType::wireName), OwnEvents.ALL.stream())
                    .toList());

    private WebhookBody() {}

    /**
     * Where events may go.
     *
     * @param thisMachine whether to the loopback interface
     * @param eventBus the bus of EventBridge that they may go to, empty for none
     */
    public record Reach(boolean thisMachine, Optional<String> eventBus) {
        URI read(String text) {
            return eventBus.map(WebhookUrl::ofBus)
                    .filter(bus -> bus.toString().equals(text))
                    .orElseGet(() -> WebhookUrl.read(text, thisMachine));
        }
    }

    /** A new endpoint. */
    public static Target created(byte[] body, Reach reach) {
        Fields fields = new Fields(body).allow(Set.of("url", "types"));
        URI url = fields.need("url", url(fields, reach));
        Set<String> types = fields.words("types", TYPES);
        return new Target(fields.rightOf(url), types == null ? Set.of() : types);
    }

    /** What is not given stays as it is. */
    public record Changed(
            @Nullable URI url,
            @Nullable Set<String> types,
            @Nullable Boolean enabled) {
        public Target of(Target before) {
            return new Target(url == null ? before.url() : url, types == null ? before.types() : types);
        }
    }

    public static Changed changed(byte[] body, Reach reach) {
        Fields fields = new Fields(body).allow(Set.of("url", "types", "enabled"));
        Changed changed = new Changed(url(fields, reach), fields.words("types", TYPES), fields.flag("enabled"));
        fields.throwIfWrong();
        return changed;
    }

    private static @Nullable URI url(Fields fields, Reach reach) {
        return fields.text("url", 500, reach::read);
    }

    /**
     * What is to be sent again: one event, or all since a time or behind a cursor.
     *
     * @param event the position of the one
     */
    public record Resent(
            OptionalLong event,
            @Nullable String eventId,
            @Nullable Instant since,
            OptionalLong after) {}

    public static Resent resent(byte[] body, String merchantId) {
        Fields fields = new Fields(body).allow(Set.of("event", "since", "after"));
        String event = fields.text("event", 64);
        Instant since = fields.instant("since");
        FeedCursor after = FeedQuery.cursor(fields, "after", fields.text("after", 64), merchantId);
        OptionalLong position = event == null ? OptionalLong.empty() : EventId.position(event);
        if (event != null && position.isEmpty()) fields.error("event", "must be an event's id");
        if (Stream.of(event, since, after).filter(given -> given != null).count() != 1 && fields.isFine())
            fields.error("event", "or since or after must be given, and only one of them");
        fields.throwIfWrong();
        return new Resent(
                position, event, since, after == null ? OptionalLong.empty() : OptionalLong.of(after.position()));
    }
}
