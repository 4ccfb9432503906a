/**
 * AWS's clients and what the domain asks of them: the queue, the sockets, and HTTP with a deadline.
 */
@NullMarked
package dev.seqrpay.aws;

import org.jspecify.annotations.NullMarked;
