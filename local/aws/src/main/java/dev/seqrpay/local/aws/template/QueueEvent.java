package dev.seqrpay.local.aws.template;

/**
 * A function's event of type {@code SQS}.
 *
 * @param queue the queue's ARN
 * @param reportsFailures whether the answer names the messages that failed; if not, a call that returns has dealt with all
 */
public record QueueEvent(String queue, int batchSize, boolean reportsFailures) {}
