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
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
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
@Command(
        name = "merchant",
        description = "a webshop and its key, for the up that runs or a deployed table",
        requiredOptionMarker = '*',
        footer = {"", "* has to be given. What is left out stays as it was, and none takes it off."})
final class MerchantCommand implements Callable<Integer> {
    private static final String NONE = "none";

    private final PrintStream out;
    private final Supplier<DynamoDbClient> deployed;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "the webshop's, which its keys begin with")
    private String id;

    @Option(names = "--name", paramLabel = "WORDS", required = true, description = "what shoppers know it as")
    private String name;

    @Option(
            names = "--origins",
            paramLabel = "URL",
            required = true,
            split = ",",
            splitSynopsisLabel = ",",
            description = "where its pages are, as in https://shop.example")
    private List<String> origins;

    @Option(names = "--table", paramLabel = "NAME", description = "of a deployed stack")
    private String table;

    @Mixin
    private DataOption data;

    @Option(names = "--accent", paramLabel = "COLOUR", description = "of its payment pages, as in #1f3d36")
    private String accent;

    @Option(names = "--logo", paramLabel = "FILE", description = "on its payment pages: PNG, JPEG or WebP")
    private Path logo;

    @Option(names = "--legal-name", paramLabel = "WORDS", description = "on its receipts")
    private String legalName;

    @Option(names = "--organisation-number", paramLabel = "N", description = "on its receipts")
    private String organisationNumber;

    @Option(names = "--vat-number", paramLabel = "N", description = "on its receipts")
    private String vatNumber;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "of its receipts, as in Europe/Stockholm; else UTC")
    private String timeZone;

    @Option(
            names = "--key-environment",
            paramLabel = "live|test",
            description = "the second part of the key: live for a deployed table, else test")
    private String keyEnvironment;

    @Option(
            names = "--key-number",
            paramLabel = "N",
            defaultValue = "1",
            description = "of the key: ${DEFAULT-VALUE}, and the next one to replace it")
    private int keyNumber;

    MerchantCommand(PrintStream out) {
        this(out, () -> DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    MerchantCommand(PrintStream out, Supplier<DynamoDbClient> deployed) {
        this.out = out;
        this.deployed = deployed;
    }

    @Override
    public Integer call() {
        if (table != null) return write(deployed, table, "live");
        Path folder = data.folder();
        RunningStack up = RunningStack.in(folder)
                .orElseThrow(() -> new FailedException("No ./seqrpay up runs on " + folder
                        + ": start one, or name the table of a deployed stack with --table"));
        return write(() -> client(up), up.table(), Stack.KEY_ENVIRONMENT);
    }

    private static DynamoDbClient client(RunningStack up) {
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

    private int write(Supplier<DynamoDbClient> dynamoDb, String table, String environment) {
        try (DynamoDbClient client = dynamoDb.get()) {
            DynamoDbMerchants merchants = new DynamoDbMerchants(client, table);
            Merchant merchant = merchant(merchants.find(id));
            ApiKey.Text key = key(environment);
            merchants.put(merchant);
            merchants.put(key.stored(EnumSet.allOf(Scope.class)));
            out.println(key.reveal());
            return ExitCode.OK;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        } catch (StoreUnavailable refused) {
            throw new FailedException(
                    table + " was not written: " + refused.getCause().getMessage());
        }
    }

    /** What is not said stays as it was: the verb also makes the next key. */
    private Merchant merchant(Optional<Merchant> known) {
        Brand brand = brand(known.map(Merchant::brand).orElse(Brand.NONE));
        Seller seller = seller(known.map(Merchant::seller).orElse(Seller.NONE));
        return new Merchant(id, name, origins, brand, seller);
    }

    private Seller seller(Seller known) {
        String zone = either(timeZone, known.timeZone().getId());
        return new Seller(
                either(legalName, known.legalName()),
                either(organisationNumber, known.organisationNumber()),
                either(vatNumber, known.vatNumber()),
                zone == null ? Seller.NONE.timeZone() : Seller.zone(zone));
    }

    private Brand brand(Brand known) {
        return new Brand(either(accent, known.accent()), logo == null ? known.logo() : newLogo());
    }

    private static String either(String given, String known) {
        String text = given == null ? known : given;
        return NONE.equals(text) ? null : text;
    }

    private Logo newLogo() {
        if (logo.equals(Path.of(NONE))) return null;
        try (InputStream bytes = Files.newInputStream(logo)) {
            return new Logo(bytes.readNBytes(Logo.MAX_BYTES + 1));
        } catch (IOException e) {
            throw new IllegalArgumentException("--logo " + logo + " cannot be read", e);
        }
    }

    private ApiKey.Text key(String environment) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return ApiKey.Text.issue(keyEnvironment == null ? environment : keyEnvironment, id, keyNumber, random);
    }
}
