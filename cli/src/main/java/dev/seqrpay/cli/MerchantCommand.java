package dev.seqrpay.cli;

import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.ApiKey.Terms;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.BrandBuilder;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.merchant.CheckoutRulesBuilder;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Seller;
import dev.seqrpay.merchant.SellerBuilder;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.web.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
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

    @Mixin
    private TableOption table;

    @Option(names = "--accent", paramLabel = "COLOUR", description = "of its payment pages, as in #1f3d36")
    private @Nullable String accent;

    @Option(names = "--logo", paramLabel = "FILE", description = "on its payment pages: PNG, JPEG or WebP")
    private @Nullable Path logo;

    @Option(
            names = "--languages",
            paramLabel = "CODE",
            split = ",",
            splitSynopsisLabel = ",",
            description = "of its payment pages, as in sv,en; the first for those who speak none; else all twelve")
    private @Nullable List<String> languages;

    @Option(names = "--legal-name", paramLabel = "WORDS", description = "on its receipts")
    private @Nullable String legalName;

    @Option(names = "--organisation-number", paramLabel = "N", description = "on its receipts")
    private @Nullable String organisationNumber;

    @Option(names = "--vat-number", paramLabel = "N", description = "on its receipts")
    private @Nullable String vatNumber;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "of its receipts, as in Europe/Stockholm; else UTC")
    private @Nullable String timeZone;

    @Option(
            names = "--off",
            paramLabel = "true|false",
            arity = "1",
            description = "whether it makes no new payments; those that it has made go on")
    private @Nullable Boolean off;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "2 to 1440: how long its shoppers have to pay, where a checkout does not say")
    private @Nullable String minutes;

    @Option(
            names = "--limits",
            paramLabel = "MONEY",
            split = ",",
            splitSynopsisLabel = ",",
            description =
                    "the most that one payment may be, as in SEK:5000.00,EUR:500.00; no other currency is taken then")
    private @Nullable List<String> limits;

    @Option(
            names = "--key-environment",
            paramLabel = "live|test",
            description = "the second part of the key: live for a deployed table, else test")
    private @Nullable String keyEnvironment;

    @Option(
            names = "--key-number",
            paramLabel = "N",
            defaultValue = "1",
            description = "of the key: ${DEFAULT-VALUE}, and the next one to replace it")
    private int keyNumber;

    MerchantCommand(PrintStream out) {
        this(out, TableOption.AWS);
    }

    MerchantCommand(PrintStream out, Supplier<DynamoDbClient> deployed) {
        this.out = out;
        this.deployed = deployed;
    }

    @Override
    public Integer call() {
        try (TableOption.Opened opened = table.open(deployed)) {
            return write(opened);
        }
    }

    private int write(TableOption.Opened opened) {
        try {
            DynamoDbMerchants merchants = new DynamoDbMerchants(opened.client(), opened.name());
            Merchant merchant = merchant(merchants.find(id));
            ApiKey.Text key = key(opened.keyEnvironment());
            merchants.put(merchant);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            merchants.put(key.stored(EnumSet.allOf(Scope.class), Terms.from(now, null, Terms.PER_MINUTE)));
            out.println(key.reveal());
            return ExitCode.OK;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        } catch (StoreUnavailable refused) {
            throw new FailedException(opened.name() + " was not written: " + Complaints.cause(refused));
        }
    }

    /** What is not said stays as it was: the verb also makes the next key. */
    private Merchant merchant(Optional<Merchant> known) {
        Brand brand = brand(known.map(Merchant::brand).orElse(Brand.NONE));
        Seller seller = seller(known.map(Merchant::seller).orElse(Seller.NONE));
        return new Merchant(
                id,
                name,
                origins,
                brand,
                seller,
                rules(known.map(Merchant::rules).orElse(CheckoutRules.NONE)));
    }

    private CheckoutRules rules(CheckoutRules known) {
        return CheckoutRulesBuilder.builder(known)
                .isOff(off == null ? known.isOff() : off)
                .life(minutes == null ? known.life() : minutes(minutes))
                .limits(limits == null ? known.limits() : limits(limits))
                .build();
    }

    private static @Nullable Duration minutes(String text) {
        if (text.equals(NONE)) return null;
        if (!text.matches("[0-9]{1,6}")) throw new IllegalArgumentException("--minutes is a number, and not " + text);
        return Duration.ofMinutes(Long.parseLong(text));
    }

    private static SortedMap<String, BigDecimal> limits(List<String> texts) {
        SortedMap<String, BigDecimal> limits = new TreeMap<>();
        if (!texts.equals(List.of(NONE)))
            for (String text : texts) {
                String[] parts = text.split(":", -1);
                if (parts.length != 2)
                    throw new IllegalArgumentException("a limit is written as in SEK:5000.00: " + text);
                limits.put(parts[0], Money.of(parts[0], parts[1]).decimal());
            }
        return limits;
    }

    private Seller seller(Seller known) {
        String zone = either(timeZone, known.timeZone().getId());
        return SellerBuilder.builder()
                .legalName(either(legalName, known.legalName()))
                .organisationNumber(either(organisationNumber, known.organisationNumber()))
                .vatNumber(either(vatNumber, known.vatNumber()))
                .timeZone(zone == null ? Seller.NONE.timeZone() : Seller.zone(zone))
                .build();
    }

    private Brand brand(Brand known) {
        return BrandBuilder.builder()
                .accent(either(accent, known.accent()))
                .logo(logo == null ? known.logo() : read(logo))
                .languages(languages == null ? known.languages() : known(languages))
                .build();
    }

    private static List<String> known(List<String> languages) {
        if (languages.equals(List.of(NONE))) return List.of();
        for (String language : languages)
            if (!Texts.LANGUAGES.contains(language))
                throw new IllegalArgumentException(
                        "the pages speak " + String.join(", ", Texts.LANGUAGES) + ", and not " + language);
        return languages;
    }

    private static @Nullable String either(@Nullable String given, @Nullable String known) {
        String text = given == null ? known : given;
        return NONE.equals(text) ? null : text;
    }

    private static @Nullable Logo read(Path logo) {
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
