package dev.seqrpay.event;

import java.util.List;

/** Knows which endpoints get an event. */
public interface Subscriptions {
    /** @return the ids of the shop's endpoints that want events of the type */
    List<String> endpoints(String merchantId, String type);
}
