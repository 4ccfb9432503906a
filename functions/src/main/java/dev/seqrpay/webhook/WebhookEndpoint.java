package dev.seqrpay.webhook;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a shop wants its events delivered.
 *
 * @param id {@code we_<merchant>_<26 random characters>}
 * @param version counts the changes that are stored; 0 until it is: the table takes a change only of the version that it has
 */
@RecordBuilder
public record WebhookEndpoint(
        String id, int version, Instant createdAt, Target target, Secrets secrets, Health health) {
    /** Each event of a shop is one more item for each of its endpoints. */
    public static final int MOST = 5;

    /** How long both secrets sign after a rotation. */
    public static final Duration BOTH_SECRETS = Duration.ofHours(24);

    private static final Pattern ID = Pattern.compile("we_[a-z0-9]{1,32}_[a-z2-7]{26}");

    public WebhookEndpoint {
        if (!isId(id)) throw new IllegalArgumentException("an endpoint's id is we_<merchant>_<26 characters>: " + id);
    }

    /** @param types of the events that are delivered; empty for all */
    public record Target(URI url, Set<String> types) {
        public Target {
            types = Set.copyOf(types);
        }
    }

    /** @param former the one before, which signs as well for a time; {@code null} if there was none */
    public record Secrets(SigningSecret current, @Nullable Former former) {}

    /** A secret that was replaced, and until when it signs. */
    public record Former(SigningSecret secret, Instant until) {}

    /**
     * @param off why nothing is delivered, or {@code null}
     * @param failingSince when the first of the deliveries failed that have failed without a success since, or {@code null}
     * @param untoldSince when we switched it off, {@code null} once its owner has been told
     */
    public record Health(
            @Nullable Off off,
            @Nullable Instant failingSince,
            @Nullable Instant untoldSince) {
        static final Health GOOD = new Health(null, null, null);
    }

    /** Why nothing is delivered. */
    public enum Off {
        BY_SHOP,
        /** It answered 410: the receiver wants nothing any more. */
        GONE,
        /** Every delivery failed for days. */
        FAILING
    }

    /** @param ringKey the deployment's key that its first secret is made with */
    public static WebhookEndpoint created(String id, Target target, int ringKey, Instant now) {
        Secrets first = new Secrets(new SigningSecret(ringKey, 1), null);
        return new WebhookEndpoint(id, 0, now, target, first, Health.GOOD);
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public String merchantId() {
        return id.split("_", 3)[1];
    }

    public boolean isOff() {
        return health.off() != null;
    }

    boolean wants(String type) {
        return !isOff() && (target.types().isEmpty() || target.types().contains(type));
    }

    public WebhookEndpoint withTarget(Target other) {
        return WebhookEndpointBuilder.builder(this).target(other).build();
    }

    /** A new secret; the one before signs as well for {@link #BOTH_SECRETS}. */
    public WebhookEndpoint withNewSecret(int ringKey, Instant now) {
        SigningSecret before = secrets.current();
        Former former = new Former(before, now.plus(BOTH_SECRETS));
        return WebhookEndpointBuilder.builder(this)
                .secrets(new Secrets(new SigningSecret(ringKey, before.number() + 1), former))
                .build();
    }

    /** @param untoldSince now, for an owner who has not asked for it */
    public WebhookEndpoint switchedOff(Off why, @Nullable Instant untoldSince) {
        return with(new Health(why, health.failingSince(), untoldSince));
    }

    WebhookEndpoint told() {
        return with(new Health(health.off(), health.failingSince(), null));
    }

    public WebhookEndpoint switchedOn() {
        return with(Health.GOOD);
    }

    WebhookEndpoint failing(@Nullable Instant since) {
        return with(new Health(health.off(), since, health.untoldSince()));
    }

    private WebhookEndpoint with(Health other) {
        return WebhookEndpointBuilder.builder(this).health(other).build();
    }
}
