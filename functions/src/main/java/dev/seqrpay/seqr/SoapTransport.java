package dev.seqrpay.seqr;

import java.io.IOException;
import java.time.Duration;

/** Carries one SOAP request to SEQR and its answer back. */
@FunctionalInterface
public interface SoapTransport {

    /**
     * Sends the request once, whatever happens.
     *
     * @param deadline for all of it, from the look-up of the name to the last byte of the answer
     * @throws IOException if there is no whole answer; the request may have arrived all the same
     */
    byte[] post(byte[] request, Duration deadline) throws IOException;
}
