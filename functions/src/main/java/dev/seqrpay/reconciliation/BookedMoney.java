package dev.seqrpay.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What our table has of the money that SEQR moves. */
public interface BookedMoney {

    /** What was paid and given back from one instant to before another, each payment once. */
    List<BookedPayment> between(String merchantId, Instant from, Instant to);

    /** The id of the shop's payment that the reference belongs to, of whichever time. */
    Optional<String> paymentOf(String merchantId, String ersReference);
}
