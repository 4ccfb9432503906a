package dev.seqrpay.cli;

import dev.seqrpay.dynamodb.DynamoDbAudit;
import dev.seqrpay.payment.HistoryAudit.Finding;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Looks whether somebody has changed what the table says has happened. */
@Command(
        name = "audit",
        description = "whether a payment's history, or that of all, was edited, cut or put in another order",
        footer = {
            "",
            "Prints each finding with the payment and the number (seq) of the history's entry, and then fails."
        })
final class AuditCommand implements Callable<Integer> {
    private final PrintStream out;
    private final Supplier<DynamoDbClient> deployed;

    @Parameters(arity = "0..1", paramLabel = "PAYMENT", description = "the payment's id; else all of the table")
    private @Nullable String paymentId;

    @Mixin
    private TableOption table;

    AuditCommand(PrintStream out) {
        this(out, TableOption.AWS);
    }

    AuditCommand(PrintStream out, Supplier<DynamoDbClient> deployed) {
        this.out = out;
        this.deployed = deployed;
    }

    @Override
    public Integer call() {
        try (TableOption.Opened opened = table.open(deployed)) {
            DynamoDbAudit audit = new DynamoDbAudit(opened.client(), opened.name());
            Stream<String> ids = paymentId == null ? audit.paymentIds() : Stream.of(paymentId);
            int[] counts = new int[2];
            ids.forEach(id -> {
                counts[0]++;
                counts[1] += print(id, audit.check(id));
            });
            out.println(counts[0] + " payments, " + counts[1] + " findings");
            return counts[1] == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private int print(String id, List<Finding> found) {
        for (Finding finding : found) out.println(id + " " + finding.version() + " " + finding.what());
        return found.size();
    }
}
