package dev.seqrpay.e2e.crash;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.template.TableResource;
import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What survives a killed function: the table and SEQR, each in a process of its own. */
final class LastingServers implements AutoCloseable {
    /** No server listens there: SEQR's own notifications get lost, so that the test sends the only ones. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    private static final AtomicInteger DEPLOYMENTS = new AtomicInteger();
    private final Project project = Project.find();
    private final SimulatorProcess seqr = new SimulatorProcess();
    private final Data data;
    private final Stack stack;
    private final TableResource table;

    LastingServers() {
        data = Data.inMemory(project);
        stack = new Stack(project, data, seqr.account(), new PublicUrls(NOWHERE, NOWHERE), (function, line) -> {});
        table = withoutStream(
                Template.read(project.template(), Map.of()).tables().get(0));
    }

    /** No test reads it, and it costs DynamoDB Local more than the write itself. */
    private static TableResource withoutStream(TableResource table) {
        Map<String, Object> properties = new LinkedHashMap<>(table.properties());
        properties.remove("StreamSpecification");
        return new TableResource(table.name(), properties);
    }

    SimulatorProcess seqr() {
        return seqr;
    }

    /** One more deployment, with a table of its own and nothing in it. */
    CrashDeployment deploy() {
        String name = "crash-" + DEPLOYMENTS.incrementAndGet();
        stack.tables().create(List.of(new TableResource(name, table.properties())));
        Map<String, String> environment = new LinkedHashMap<>(stack.environment("Checkout"));
        environment.put("TABLE_NAME", name);
        environment.put("DELIVERY_QUEUE_URL", stack.environment("Publish").get("DELIVERY_QUEUE_URL"));
        return new CrashDeployment(environment, name);
    }

    /** Of one that is done with, for DynamoDB Local becomes slower with each table that it has. */
    void remove(CrashDeployment deployment) {
        try (DynamoDbClient dynamoDb = TableScan.client(deployment.environment())) {
            dynamoDb.deleteTable(
                    delete -> delete.tableName(deployment.environment().get("TABLE_NAME")));
        }
    }

    @Override
    public void close() {
        stack.close();
        data.close();
        seqr.close();
    }
}
