package dev.seqrpay.local.aws.template;

import java.util.Optional;

/**
 * A function's event of a schedule.
 *
 * @param expression like {@code rate(1 minute)}
 * @param input what the function is sent instead of the Scheduler's own event
 */
public record ScheduleEvent(String expression, Optional<String> input) {}
