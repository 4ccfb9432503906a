package dev.seqrpay.live;

/** The sockets themselves, as API Gateway holds them. */
public interface Sockets {

    /**
     * @return whether it was sent; {@code false} if there is no such socket any more, or not yet: it is known a moment before
     *     anything can be sent to it
     * @throws RuntimeException if it could not be sent for another reason
     */
    boolean send(String connectionId, String message);
}
