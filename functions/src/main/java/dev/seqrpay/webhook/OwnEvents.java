package dev.seqrpay.webhook;

import java.util.List;

/** Events about webhooks themselves. */
public final class OwnEvents {
    /** A test that the shop asked for. */
    public static final String PING = "webhook.ping.v1";
    /** An endpoint was switched off because it is gone or has failed for days. */
    public static final String DISABLED = "webhook.disabled.v1";

    public static final List<String> ALL = List.of(PING, DISABLED);

    private OwnEvents() {}
}
