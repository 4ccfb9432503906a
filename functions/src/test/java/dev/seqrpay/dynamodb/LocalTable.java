package dev.seqrpay.dynamodb;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.table.DynamoDbProcess;

/** The template's own table, in DynamoDB Local. */
public final class LocalTable extends TemplateTable {
    private final DynamoDbProcess dynamoDb;

    public LocalTable() {
        this(DynamoDbProcess.inMemory(Project.find().dynamoDbLocal()));
    }

    private LocalTable(DynamoDbProcess dynamoDb) {
        super(dynamoDb.url());
        this.dynamoDb = dynamoDb;
    }

    @Override
    public void close() {
        super.close();
        dynamoDb.close();
    }
}
