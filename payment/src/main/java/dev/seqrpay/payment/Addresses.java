package dev.seqrpay.payment;

/** Where the outside world finds a payment; each address carries a token that cannot be guessed. */
public interface Addresses {

    /** Where SEQR posts that the payer has paid ({@code notificationUrl}). */
    String notification(String paymentId);

    /** The hosted payment page; status, QR code and receipt are below it. */
    String view(String paymentId);

    /** What the SEQR app opens after paying and after cancelling ({@code backURL}). */
    default String receipt(String paymentId) {
        return view(paymentId) + "/receipt";
    }
}
