package dev.seqrpay.live;

import java.time.Instant;
import java.util.List;

/** Which sockets look at which payment. Nobody has to close one: it is forgotten in time. */
public interface Connections {

    /** @param until when the socket will be gone for certain */
    void opened(String paymentId, String connectionId, Instant until);

    /** @return the ids of some of them, if there are more than anybody opens in good faith; some may be gone already */
    List<String> of(String paymentId, Instant now);
}
