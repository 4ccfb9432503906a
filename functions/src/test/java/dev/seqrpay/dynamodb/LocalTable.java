package dev.seqrpay.dynamodb;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.table.DynamoDbProcess;

/** The template's own table, in the DynamoDB Local that all tests of this JVM share: each has a table of its own. */
public final class LocalTable extends TemplateTable {
    public LocalTable() {
        super(DynamoDbProcess.shared(Project.find().dynamoDbLocal()).url());
    }
}
