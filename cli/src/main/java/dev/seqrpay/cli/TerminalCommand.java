package dev.seqrpay.cli;

import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.seqr.SeqrTerminals;
import dev.seqrpay.seqr.SoapHttp;
import dev.seqrpay.seqr.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A shop's own SEQR account. Its password is in Secrets Manager and nowhere else, and is never printed. */
@Command(
        name = "terminal",
        description = "the SEQR terminal that a shop's payments are made with",
        footer = {
            "",
            "use SHOP          from now on the terminal --id, whose password is in --password-file; payments of the",
            "                  terminal before are still settled and refunded with that one",
            "share SHOP        from now on the deployment's own terminal again",
            "list              the shops with a terminal of their own",
            "register SHOP     makes a terminal at SEQR, as the reseller --id whose password is in --password-file, and uses it.",
            "                  SEQR makes a cash register of it, of which each new invoice cancels the one before:",
            "                  for a live shop, ask Seamless for a webshop's terminal",
            "unregister SHOP   takes its terminal away at SEQR, and shares the deployment's again",
            "assign SHOP       gives its terminal the short name --seqr-id, which payers can type",
            "reseller SHOP     from now on its reports are fetched as the reseller --id whose password is in",
            "                  --password-file; no other shop may have the same one"
        })
final class TerminalCommand implements Callable<Integer> {
    private static final int PASSWORD_BYTES = 12;

    private final PrintStream out;
    private final Supplier<DynamoDbClient> tables;
    private final Supplier<SecretsManagerClient> secrets;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "use, share, list, register, unregister, assign or reseller")
    private String what;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SHOP", description = "the webshop's id")
    private @Nullable String shop;

    @Option(names = "--id", paramLabel = "ID", description = "for use: the terminal; else: the reseller")
    private @Nullable String id;

    @Option(names = "--password-file", paramLabel = "FILE", description = "its first line is the password of --id")
    private @Nullable Path passwordFile;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "SEQR's SOAP endpoint, if it is not the one of the deployment, or for a deployed table")
    private @Nullable String url;

    @Option(names = "--client-id", paramLabel = "WORDS", description = "who calls, if it is not the deployment's")
    private @Nullable String clientId;

    @Option(names = "--seqr-id", paramLabel = "WORD", description = "for assign: letters and digits")
    private @Nullable String seqrId;

    @Mixin
    private TableOption table;

    @Mixin
    private ShopAccountsOption accounts;

    TerminalCommand(PrintStream out) {
        this(out, TableOption.AWS, ShopAccountsOption.AWS);
    }

    TerminalCommand(PrintStream out, Supplier<DynamoDbClient> tables, Supplier<SecretsManagerClient> secrets) {
        this.out = out;
        this.tables = tables;
        this.secrets = secrets;
    }

    @Override
    public Integer call() {
        try (TableOption.Opened opened = table.open(tables);
                ShopAccountsOption.Opened secret = accounts.open(table, secrets)) {
            DynamoDbMerchants merchants = new DynamoDbMerchants(opened.client(), opened.name());
            switch (what) {
                case "use" -> use(merchants, secret, needed("--id", id), password());
                case "share" -> share(merchants);
                case "list" -> list(merchants, secret);
                case "register" -> register(merchants, secret);
                case "unregister" -> unregister(merchants, secret);
                case "assign" -> assign(secret);
                case "reseller" -> reseller(merchants, secret);
                default -> throw new ParameterException(spec.commandLine(), "There is no terminal " + what);
            }
            return ExitCode.OK;
        } catch (StoreUnavailable refused) {
            throw new FailedException("The table gave no answer: " + Complaints.cause(refused));
        } catch (SeqrException refused) {
            throw new FailedException("SEQR did not do it: " + refused.getMessage());
        }
    }

    private void use(
            DynamoDbMerchants merchants, ShopAccountsOption.Opened secret, String terminalId, String password) {
        Merchant merchant = merchant(merchants);
        Map<String, Object> all = secret.read();
        all.put(shop, account(account(all), terminalId, password));
        // first the account, then that it is used: no checkout finds the one without the other
        secret.write(all);
        merchants.put(merchant.with(merchant.rules().withOwnAccount(true)));
        out.println(shop + "'s new payments are made with terminal " + terminalId + " within a minute");
    }

    /** The terminal that is given up stays known, for SEQR tells its invoices to no other. */
    private Map<String, Object> account(Map<String, Object> known, String terminalId, String password) {
        Map<String, Object> former = new LinkedHashMap<>();
        if (known.get("former") instanceof Map<?, ?> earlier)
            earlier.forEach((terminal, word) -> former.put((String) terminal, word));
        if (known.containsKey("terminalId")) former.put((String) known.get("terminalId"), known.get("password"));
        former.remove(terminalId);
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("terminalId", terminalId);
        account.put("password", password);
        String endpoint = url == null ? (String) known.get("url") : url;
        String caller = clientId == null ? (String) known.get("clientId") : clientId;
        if (endpoint != null) account.put("url", endpoint);
        if (caller != null) account.put("clientId", caller);
        if (!former.isEmpty()) account.put("former", former);
        if (known.containsKey("reseller")) account.put("reseller", known.get("reseller"));
        return account;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> account(Map<String, Object> all) {
        return (Map<String, Object>) all.getOrDefault(shop, Map.of());
    }

    private Map<String, Object> ownAccount(ShopAccountsOption.Opened secret) {
        Map<String, Object> own = account(secret.read());
        if (own.isEmpty()) throw new FailedException(needed("SHOP", shop) + " has no terminal of its own");
        return own;
    }

    private void share(DynamoDbMerchants merchants) {
        Merchant merchant = merchant(merchants);
        merchants.put(merchant.with(merchant.rules().withOwnAccount(false)));
        out.println(shop + "'s new payments are made with the deployment's terminal");
    }

    private void list(DynamoDbMerchants merchants, ShopAccountsOption.Opened secret) {
        secret.read().keySet().forEach(each -> {
            shop = each;
            Map<String, Object> own = ownAccount(secret);
            if (!own.containsKey("terminalId")) return;
            boolean isUsed = merchants
                    .find(each)
                    .map(merchant -> merchant.rules().hasOwnAccount())
                    .orElse(false);
            String former = own.get("former") instanceof Map<?, ?> earlier ? "  before " + earlier.keySet() : "";
            out.println(each + "  " + own.get("terminalId") + (isUsed ? "" : "  not used") + former);
        });
    }

    private void register(DynamoDbMerchants merchants, ShopAccountsOption.Opened secret) {
        Merchant merchant = merchant(merchants);
        String terminalPassword = newPassword();
        SeqrTerminals reseller = terminals(Terminal.ofReseller(needed("--id", id), password(), caller()), endpoint());
        String terminalId = reseller.registerTerminal(merchant.id(), terminalPassword, merchant.name());
        use(merchants, secret, terminalId, terminalPassword);
    }

    private void unregister(DynamoDbMerchants merchants, ShopAccountsOption.Opened secret) {
        terminals(ownAccount(secret)).unregisterTerminal();
        share(merchants);
    }

    private void assign(ShopAccountsOption.Opened secret) {
        terminals(ownAccount(secret)).assignSeqrId(needed("--seqr-id", seqrId));
        out.println(shop + "'s terminal is called " + seqrId);
    }

    private void reseller(DynamoDbMerchants merchants, ShopAccountsOption.Opened secret) {
        String merchantId = merchant(merchants).id();
        Map<String, Object> all = secret.read();
        Map<String, Object> account = new LinkedHashMap<>(account(all));
        account.put("reseller", Map.of("id", needed("--id", id), "password", password()));
        all.put(merchantId, account);
        secret.write(all);
        out.println(shop + "'s reports are fetched as reseller " + id + " within a minute");
    }

    private SeqrTerminals terminals(Map<String, Object> own) {
        Terminal terminal = Terminal.of(JsonParts.text(own, "terminalId"), JsonParts.text(own, "password"), caller());
        return terminals(terminal, own.containsKey("url") ? (String) own.get("url") : endpoint());
    }

    private static SeqrTerminals terminals(Terminal as, String endpoint) {
        return new SeqrTerminals(
                as,
                new SoapHttp(URI.create(endpoint)),
                () -> UUID.randomUUID().toString().replace("-", ""),
                (operation, payment, code, status, took) -> {});
    }

    private String endpoint() {
        return url != null ? url : table.running().map(RunningStack::seqr).orElseGet(() -> needed("--url", null));
    }

    private String caller() {
        return clientId == null ? "seqrpay" : clientId;
    }

    private Merchant merchant(DynamoDbMerchants merchants) {
        return merchants
                .find(needed("SHOP", shop))
                .orElseThrow(() -> new FailedException(
                        "There is no webshop " + shop + ": make it first, with ./seqrpay merchant"));
    }

    private String password() {
        try {
            return Files.readString(Path.of(needed("--password-file", passwordFile == null ? null : "" + passwordFile)))
                    .lines()
                    .findFirst()
                    .filter(word -> word.length() >= 4)
                    .orElseThrow(
                            () -> new FailedException(passwordFile + " has no password of four characters or more"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private String needed(String name, @Nullable String value) {
        if (value == null) throw new ParameterException(spec.commandLine(), name + " is missing for terminal " + what);
        return value;
    }
}
