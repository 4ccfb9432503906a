package dev.seqrpay.event;

import java.util.List;

/** To whom events are delivered. */
public interface Subscriptions {
    /** @return the ids of the shop's endpoints that want events of the type */
    List<String> endpoints(String merchantId, String type);
}
