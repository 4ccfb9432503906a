package dev.seqrpay.payment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the table keeps of a shopper or of a cashier, and how it leaves ({@link Invoice#withoutPersonalData}). Every method throws
 * {@link StoreUnavailable} if the table gives no answer.
 */
public interface PersonalData {
    /**
     * Erases the personal data of a payment. Its version and its history stay as they are.
     *
     * @return false if the payment has changed since it was read: nothing is erased then
     */
    boolean erase(Payment read);

    /** The last day (UTC) of which all of a shop's payments are erased; empty if none is. */
    Optional<LocalDate> erasedThrough(String merchantId);

    void markErasedThrough(String merchantId, LocalDate day);
}
