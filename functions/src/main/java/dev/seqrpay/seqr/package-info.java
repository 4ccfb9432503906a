/**
 * SEQR on the wire: SOAP 1.1 by JAXB over HTTP, with a deadline around each call. The WSDL's generated types are named by
 * the mappings, one for each feature, and nowhere else; JAX-WS itself is not used here, as it takes longest to start and cannot bound a dripping
 * answer.
 */
@NullMarked
package dev.seqrpay.seqr;

import org.jspecify.annotations.NullMarked;
