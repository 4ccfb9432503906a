/**
 * AWS's clients and what the domain asks of them: the queue, the sockets, and HTTP with a deadline.
 */
package dev.seqrpay.aws;
