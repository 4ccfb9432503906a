package dev.seqrpay.local.aws.template;

import java.time.Duration;
import java.util.Optional;

/** An {@code AWS::SQS::Queue}. */
public record QueueResource(String name, String arn, Duration visibilityTimeout, Optional<Redrive> redrive) {

    /**
     * @param deadLetters the ARN of the queue for what fails too often
     * @param maxReceives how often that may be
     */
    public record Redrive(String deadLetters, int maxReceives) {}
}
