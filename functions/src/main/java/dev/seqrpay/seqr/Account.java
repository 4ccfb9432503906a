package dev.seqrpay.seqr;

import java.net.URI;

/**
 * Which SEQR payments are made with, and as whom.
 *
 * @param url SEQR's SOAP endpoint
 */
public record Account(URI url, Terminal terminal) {}
