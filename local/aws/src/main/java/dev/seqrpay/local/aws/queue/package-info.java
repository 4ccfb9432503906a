/** SQS: queues over HTTP, and the pollers that bring messages to functions. */
@NullMarked
package dev.seqrpay.local.aws.queue;

import org.jspecify.annotations.NullMarked;
