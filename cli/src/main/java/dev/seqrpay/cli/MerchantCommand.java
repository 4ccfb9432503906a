package dev.seqrpay.cli;

import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Seller;
import dev.seqrpay.payment.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Writes a webshop and a new secret key of it to a table: the one that is named, with the AWS credentials and region of the
 * environment, or that of the {@code up} that runs. The table gets the key's hash; the key itself is printed here and
 * nowhere else.
 */
final class MerchantCommand {
    static final Set<String> OPTIONS = Set.of(
            "--name",
            "--origins",
            "--accent",
            "--logo",
            "--legal-name",
            "--organisation-number",
            "--vat-number",
            "--time-zone",
            "--table",
            "--key-environment",
            "--key-number",
            DataOption.NAME);

    private static final String NONE = "none";

    private final PrintStream out;
    private final Supplier<DynamoDbClient> deployed;

    MerchantCommand(PrintStream out) {
        this(out, () -> DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    MerchantCommand(PrintStream out, Supplier<DynamoDbClient> deployed) {
        this.out = out;
        this.deployed = deployed;
    }

    int run(Arguments arguments) {
        arguments.values("ID");
        if (arguments.option("--table").isPresent())
            return write(arguments, deployed, arguments.required("--table"), "live");
        Path data = DataOption.of(arguments);
        Running up = Running.in(data)
                .orElseThrow(() -> new FailedException("No ./seqrpay up runs on " + data
                        + ": start one, or name the table of a deployed stack with --table"));
        return write(arguments, () -> client(up), up.table(), Stack.KEY_ENVIRONMENT);
    }

    private static DynamoDbClient client(Running up) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(up.dynamoDb()))
                .region(Region.of(Template.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useEnvironmentVariablesValues(false)
                                .build()))
                .build();
    }

    private int write(Arguments arguments, Supplier<DynamoDbClient> dynamoDb, String table, String environment) {
        String id = arguments.values("ID").get(0);
        try (DynamoDbClient client = dynamoDb.get()) {
            DynamoDbMerchants merchants = new DynamoDbMerchants(client, table);
            List<String> origins = List.of(arguments.required("--origins").split(","));
            Merchant merchant = merchant(id, origins, merchants.find(id), arguments);
            ApiKey.Text key = key(merchant, environment, arguments);
            merchants.put(merchant);
            merchants.put(key.stored(EnumSet.allOf(Scope.class)));
            out.println(key.reveal());
            return 0;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong.getMessage());
        } catch (StoreUnavailable refused) {
            throw new FailedException(
                    table + " was not written: " + refused.getCause().getMessage());
        }
    }

    /** What is not said stays as it was: the verb also makes the next key. */
    private static Merchant merchant(String id, List<String> origins, Optional<Merchant> known, Arguments arguments) {
        Brand brand = brand(known.map(Merchant::brand).orElse(Brand.NONE), arguments);
        Seller seller = seller(known.map(Merchant::seller).orElse(Seller.NONE), arguments);
        return new Merchant(id, arguments.required("--name"), origins, brand, seller);
    }

    private static Seller seller(Seller known, Arguments arguments) {
        String zone = given(arguments, "--time-zone", known.timeZone().getId());
        return new Seller(
                given(arguments, "--legal-name", known.legalName()),
                given(arguments, "--organisation-number", known.organisationNumber()),
                given(arguments, "--vat-number", known.vatNumber()),
                zone == null ? Seller.NONE.timeZone() : Seller.zone(zone));
    }

    private static String given(Arguments arguments, String option, String known) {
        String text = arguments.option(option).orElse(known);
        return NONE.equals(text) ? null : text;
    }

    private static Brand brand(Brand known, Arguments arguments) {
        Optional<Logo> logo = arguments.option("--logo").map(file -> NONE.equals(file) ? null : logo(Path.of(file)));
        boolean keeps = arguments.option("--logo").isEmpty();
        return new Brand(given(arguments, "--accent", known.accent()), keeps ? known.logo() : logo.orElse(null));
    }

    private static Logo logo(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new Logo(bytes.readNBytes(Logo.MAX_BYTES + 1));
        } catch (IOException unreadable) {
            throw new UsageException("--logo " + file + " cannot be read");
        }
    }

    private static ApiKey.Text key(Merchant merchant, String environment, Arguments arguments) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        int number = Integer.parseInt(arguments.option("--key-number").orElse("1"));
        return ApiKey.Text.issue(
                arguments.option("--key-environment").orElse(environment), merchant.id(), number, random);
    }
}
