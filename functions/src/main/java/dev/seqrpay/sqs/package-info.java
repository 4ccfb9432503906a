/** The queue: reminders as messages of SQS. */
package dev.seqrpay.sqs;
