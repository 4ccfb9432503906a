package dev.seqrpay.cli;

import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.StoreUnavailable;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The webshops of a table, a line for each. */
@Command(name = "merchants", description = "the webshops of the up that runs or a deployed table")
final class MerchantsCommand implements Callable<Integer> {
    private final PrintStream out;
    private final Supplier<DynamoDbClient> deployed;

    @Mixin
    private TableOption table;

    MerchantsCommand(PrintStream out) {
        this(out, TableOption.AWS);
    }

    MerchantsCommand(PrintStream out, Supplier<DynamoDbClient> deployed) {
        this.out = out;
        this.deployed = deployed;
    }

    @Override
    public Integer call() {
        try (TableOption.Opened opened = table.open(deployed)) {
            DynamoDbMerchants merchants = new DynamoDbMerchants(opened.client(), opened.name());
            for (String id : merchants.ids()) merchants.find(id).ifPresent(merchant -> out.println(line(merchant)));
            return ExitCode.OK;
        } catch (StoreUnavailable refused) {
            throw new FailedException("The table gave no answer: " + Complaints.cause(refused));
        }
    }

    private static String line(Merchant merchant) {
        CheckoutRules rules = merchant.rules();
        return merchant.id() + "  " + merchant.name() + "  " + String.join(",", merchant.origins())
                + (merchant.brand().languages().isEmpty()
                        ? ""
                        : "  " + String.join(",", merchant.brand().languages()))
                + (rules.isOff() ? "  off" : "")
                + (rules.hasOwnAccount() ? "  own terminal" : "")
                + (rules.life() == null ? "" : "  " + rules.life().toMinutes() + " minutes")
                + (rules.limits().isEmpty() ? "" : "  limits " + rules.limits());
    }
}
