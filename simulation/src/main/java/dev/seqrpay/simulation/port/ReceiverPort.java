package dev.seqrpay.simulation.port;

import dev.seqrpay.simulation.check.DeliveryChecks;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulation.engine.Unanswered;
import dev.seqrpay.webhook.Receiver;
import dev.seqrpay.webhook.WebhookMessage;
import java.io.IOException;
import java.net.URI;

/** The shops' servers as the functions call them: what they say may never come back. */
public final class ReceiverPort implements Receiver {
    private final Running running;
    private final Server servers;
    private final DeliveryChecks checks;

    /** Takes what is posted to an endpoint. */
    @FunctionalInterface
    public interface Server {
        Answer take(String endpointId, WebhookMessage message);
    }

    public ReceiverPort(Running running, Server servers, DeliveryChecks checks) {
        this.running = running;
        this.servers = servers;
        this.checks = checks;
    }

    public static URI url(String endpointId) {
        return URI.create("https://hooks.example/" + endpointId);
    }

    @Override
    public Answer post(URI url, WebhookMessage message) throws IOException {
        String endpointId = url.getPath().substring(1);
        long run = running.invocation().name();
        checks.sends(run, endpointId, message.headers().get("webhook-id"));
        try {
            Answer answer = running.call(Call.Kind.POST, () -> arrived(endpointId, message));
            checks.heard(run, endpointId, answer);
            return answer;
        } catch (Unanswered e) {
            checks.heard(run, endpointId, null);
            throw new IOException("no answer", e);
        }
    }

    private Answer arrived(String endpointId, WebhookMessage message) {
        Answer answer = servers.take(endpointId, message);
        checks.arrived(endpointId, message.headers().get("webhook-id"), message.body(), answer);
        return answer;
    }
}
