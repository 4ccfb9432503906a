package dev.seqrpay.local.aws.template;

import java.util.List;

/**
 * A function's event of type {@code DynamoDB}.
 *
 * @param table the name of the table whose stream it is
 * @param lanes how many batches at once; those of one partition key go one after the other
 * @param filters event patterns, one of which a record has to fit
 */
public record StreamEvent(String table, int batchSize, int lanes, int retries, List<String> filters) {}
