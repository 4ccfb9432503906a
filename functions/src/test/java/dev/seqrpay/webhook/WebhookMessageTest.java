package dev.seqrpay.webhook;

import static dev.seqrpay.event.SampleEvents.ENDPOINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.SampleEvents;
import dev.seqrpay.http.DerivedKeys;
import dev.seqrpay.http.KeyRing;
import dev.seqrpay.http.TokensTest;
import dev.seqrpay.webhook.WebhookEndpoint.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What receivers check. The specification's own library for Java is the second opinion on {@code v1}; it holds the timestamp
 * against the system's clock.
 */
class WebhookMessageTest {
    private final DerivedKeys keys = new DerivedKeys(() -> KeyRing.read(TokensTest.KEY), InstantSource.system());
    private final Instant now = Instant.now();
    private final FeedEvent event = SampleEvents.event(7);
    private final WebhookEndpoint endpoint =
            WebhookEndpoint.created(ENDPOINT, new Target(URI.create("https://shop.example/hook"), Set.of()), 1, now);

    private WebhookMessage message(WebhookEndpoint to, Instant at) {
        return WebhookMessage.of(event, to, keys, at);
    }

    private String secret(WebhookEndpoint of) {
        byte[] secret = keys.secret(of.id(), of.secrets().current());
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    private static void verify(String secret, WebhookMessage message, String body) throws Exception {
        Map<String, List<String>> headers = message.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
        new Webhook(secret).verify(body, headers);
    }

    @Test
    void the_specifications_own_library_takes_it_and_nothing_that_was_changed() throws Exception {
        WebhookMessage message = message(endpoint, now);

        verify(secret(endpoint), message, event.body());
        assertThat(message.headers()).containsEntry("webhook-id", event.id());
        assertThatThrownBy(() -> verify(secret(endpoint), message, event.body().replace("å", "a")))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() ->
                        verify(secret(endpoint), message(endpoint, now.minus(Duration.ofMinutes(6))), event.body()))
                .isInstanceOf(WebhookVerificationException.class);
        WebhookEndpoint other =
                WebhookEndpoint.created(ENDPOINT.replace("demoshop", "other"), endpoint.target(), 1, now);
        assertThatThrownBy(() -> verify(secret(other), message, event.body()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void both_secrets_sign_for_a_day_after_a_rotation() throws Exception {
        WebhookEndpoint rotated = endpoint.withNewSecret(1, now);
        assertThat(secret(rotated)).isNotEqualTo(secret(endpoint));

        verify(secret(endpoint), message(rotated, now), event.body());
        verify(secret(rotated), message(rotated, now), event.body());

        WebhookEndpoint long_ago = endpoint.withNewSecret(1, now.minus(WebhookEndpoint.BOTH_SECRETS));
        verify(secret(long_ago), message(long_ago, now), event.body());
        assertThatThrownBy(() -> verify(secret(endpoint), message(long_ago, now), event.body()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void the_public_key_alone_checks_the_other_signature() throws GeneralSecurityException {
        WebhookMessage message = message(endpoint, now);
        String signed = event.id() + "." + now.getEpochSecond() + "." + event.body();

        assertThat(signatures(message, "v1a")).hasSize(1).allMatch(signature -> isOf(endpoint, signed, signature));
        assertThat(signatures(message, "v1a")).noneMatch(signature -> isOf(endpoint, signed + " ", signature));
        assertThat(signatures(message(endpoint.withNewSecret(1, now), now), "v1a"))
                .hasSize(2);
    }

    private boolean isOf(WebhookEndpoint signer, String signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(keys.publicKey(signer.id(), signer.secrets().current()));
            check.update(signed.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static List<byte[]> signatures(WebhookMessage message, String version) {
        return Stream.of(message.headers().get("webhook-signature").split(" "))
                .filter(each -> each.startsWith(version + ","))
                .map(each -> Base64.getDecoder().decode(each.substring(version.length() + 1)))
                .toList();
    }
}
