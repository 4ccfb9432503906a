package dev.seqrpay.simulation;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import java.util.Optional;

/** The functions as those outside call them. What comes back as an exception is an answer that is an error. */
interface Doors {
    /** @return the id of the payment of this customer, null while it is not known outside */
    String id(Customer customer);

    Payment checkOut(Customer customer, long minor);

    Optional<Payment> look(Customer customer, Cause cause);

    Optional<Payment> cancel(Customer customer, Reason reason);

    Object refund(Customer customer, String key, long minor);

    /** @param url where SEQR was told to notify us, null if somebody makes one up */
    Object notify(Customer customer, String url);

    Object sweep();

    /** @param text of the reminder, as it is in the queue */
    Object remind(String text);
}
