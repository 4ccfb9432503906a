package dev.seqrpay.reconciliation;

import java.util.Optional;

/** SEQR, as the reseller of a shop sees it. Both methods throw {@link dev.seqrpay.payment.SeqrException}. */
public interface SeqrsBooks {

    /**
     * Ends the period that began at the mark before. Twice, it ends two.
     *
     * @return what names the period
     */
    String mark(String merchantId);

    /**
     * @return the text of the period's report; empty if it is not ready
     * @throws UnreadableReport if it is of another shop or period, or cannot be read
     */
    Optional<SeqrsReport> report(String merchantId, String periodId);
}
