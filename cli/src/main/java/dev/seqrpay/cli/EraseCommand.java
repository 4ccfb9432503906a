package dev.seqrpay.cli;

import dev.seqrpay.dynamodb.DynamoDbDayIndex;
import dev.seqrpay.dynamodb.DynamoDbPayments;
import dev.seqrpay.dynamodb.DynamoDbPersonalData;
import dev.seqrpay.payment.Retention;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Erases the personal data of one payment, when its shopper asks for that. */
@Command(
        name = "erase",
        description = "erases the personal data of one payment that has ended",
        footer = {
            "",
            "What bookkeeping needs stays: the order's number and title, its rows and sums, times and SEQR's references."
        })
final class EraseCommand implements Runnable {
    private final PrintStream out;
    private final Supplier<DynamoDbClient> deployed;

    @Parameters(paramLabel = "PAYMENT", description = "the payment's id")
    private String paymentId;

    @Mixin
    private TableOption table;

    EraseCommand(PrintStream out) {
        this(out, TableOption.AWS);
    }

    EraseCommand(PrintStream out, Supplier<DynamoDbClient> deployed) {
        this.out = out;
        this.deployed = deployed;
    }

    @Override
    public void run() {
        try (TableOption.Opened opened = table.open(deployed)) {
            DynamoDbPayments payments = new DynamoDbPayments(opened.client(), opened.name(), change -> {});
            if (payments.find(paymentId).isEmpty()) throw new FailedException(paymentId + " is not in the table");
            out.println(erase(opened, payments) ? "erased" : "there was none");
        }
    }

    private boolean erase(TableOption.Opened opened, DynamoDbPayments payments) {
        try {
            return new Retention(
                            payments,
                            new DynamoDbDayIndex(opened.client(), opened.name()),
                            new DynamoDbPersonalData(opened.client(), opened.name()),
                            InstantSource.system())
                    .erase(paymentId);
        } catch (IllegalStateException notEnded) {
            throw new FailedException(notEnded.getMessage());
        }
    }
}
