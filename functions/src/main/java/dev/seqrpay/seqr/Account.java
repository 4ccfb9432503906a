package dev.seqrpay.seqr;

import java.net.URI;

/**
 * The SEQR that payments are made with, and the terminal that makes them.
 *
 * @param url SEQR's SOAP endpoint
 */
public record Account(URI url, Terminal terminal) {}
