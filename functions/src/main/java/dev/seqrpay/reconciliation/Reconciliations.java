package dev.seqrpay.reconciliation;

import java.util.List;
import java.util.Optional;

/**
 * The shops' reconciliations in the table. Every method throws {@link dev.seqrpay.payment.StoreUnavailable} if the
 * table gives no answer.
 */
public interface Reconciliations {
    /** So many differences of one reconciliation are kept; the rest is counted. */
    int MOST_DIFFERENCES = 500;

    Optional<Reconciliation> find(String merchantId, int number);

    /** The latest first. */
    List<Reconciliation> latest(String merchantId, int limit);

    /** @return whether it was stored: only if the version before it is the stored one, or none is, for version 1 */
    boolean store(Reconciliation reconciliation);

    /** Keeps the differences of a reconciliation, instead of those that were kept before. */
    void keep(Reconciliation of, List<Difference> differences);

    List<Difference> differences(String merchantId, int number);
}
