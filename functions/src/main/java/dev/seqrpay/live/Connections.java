package dev.seqrpay.live;

import java.time.Instant;
import java.util.List;

/** Which sockets look at which payment. None has to be removed: the table forgets it in time. */
public interface Connections {
    /** Sockets of one payment at a time: more than a shopper needs. Those opened in the same moment may be a few more. */
    int MOST = 100;

    /** @param until when the socket will be gone for certain */
    void opened(String paymentId, String connectionId, Instant until);

    /** @return the ids of those that may be open; some may be gone already */
    List<String> of(String paymentId, Instant now);
}
