package dev.seqrpay.simulation.door;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.simulation.check.Cart;
import java.util.Map;
import java.util.Optional;

/** The functions as those outside call them. What comes back as an exception is an answer that is an error. */
public interface Doors {
    /** @return the id of the payment for this cart, null while it is not known outside */
    String id(Cart cart);

    Payment checkOut(Cart cart, long minor);

    Optional<Payment> look(Cart cart, Cause cause);

    Optional<Payment> cancel(Cart cart, Reason reason);

    /** @return the payment with the new total */
    Payment update(Cart cart, long minor);

    /**
     * @param answers what the shop makes of each token, by its id
     * @param minor of the new total, 0 if it stays
     * @return the payment with the answer
     */
    Payment answer(Cart cart, Map<String, Status> answers, long minor);

    /** @return the payment, captured or being captured */
    Payment capture(Cart cart);

    Object refund(Cart cart, String key, long minor);

    /** @param url where SEQR was told to notify us, null if the call is forged */
    Object notify(Cart cart, String url);

    Object sweep();

    /** @param text of the reminder, as it is in the queue */
    Object remind(String text);
}
