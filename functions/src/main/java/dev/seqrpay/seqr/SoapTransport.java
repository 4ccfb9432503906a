package dev.seqrpay.seqr;

import java.io.IOException;

/** Carries one SOAP request to SEQR and its answer back. */
@FunctionalInterface
public interface SoapTransport {

    /**
     * Sends the request once, and never again after a failure.
     *
     * @param limit its time is for all of the exchange, from the look-up of the name to the last byte of the answer
     * @throws IOException if there is no whole answer within the limit; the request may have arrived all the same
     * @throws NotSent if it surely has not
     */
    SoapAnswer post(byte[] request, Limit limit) throws IOException;
}
