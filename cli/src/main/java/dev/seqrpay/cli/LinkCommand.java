package dev.seqrpay.cli;

import dev.seqrpay.http.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A shop's payment links, by the same calls that its own server may make. */
@Command(
        name = "link",
        description = "a shop's payment links, for mails and to print: make, show, switch off",
        footer = {
            "",
            "list                    all links, the latest first",
            "create ORDER            a new one for the order number; --item, --amount",
            "show ID                 one",
            "on|off ID               switches one on or off",
            "code ID                 the printed code of one, for the simulator's phone and for pay"
        })
final class LinkCommand implements Callable<Integer> {
    private static final int PAGE = 100;

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "WHAT", description = "list, create, show, on, off, code")
    private String what;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "the link's, or for create the ORDER")
    private @Nullable String id;

    @Option(names = "--item", paramLabel = "TEXT", description = "for create: what is sold")
    private @Nullable String item;

    @Option(names = "--amount", paramLabel = "VALUE", description = "for create: the total, as in 149.00")
    private @Nullable String amount;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "SEK",
            description = "for create: of the amount, ${DEFAULT-VALUE}")
    private String currency;

    @Option(names = "--uses", paramLabel = "NUMBER", description = "for create: how many may pay; else one")
    private @Nullable Integer uses;

    @Option(names = "--reusable", description = "for create: anybody may pay, as often as they like")
    private boolean reusable;

    @Option(names = "--until", paramLabel = "TIME", description = "for create: as in 2026-01-31T12:00:00Z")
    private @Nullable String until;

    @Mixin
    private ApiOptions api;

    LinkCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ShopApi shop = api.api();
        switch (what) {
            case "list" -> list(shop);
            case "create" -> print(shop.post("/links", created()));
            case "show" -> print(shop.get(link()));
            case "on" -> print(shop.call("PATCH", link(), Map.of("enabled", true)));
            case "off" -> print(shop.call("PATCH", link(), Map.of("enabled", false)));
            case "code" -> code(shop.get(link()));
            default -> throw new ParameterException(spec.commandLine(), "There is no link " + what);
        }
        return ExitCode.OK;
    }

    private void list(ShopApi shop) {
        String more = "";
        boolean isMore = true;
        while (isMore) {
            Map<String, Object> page = shop.get("/links?limit=" + PAGE + more);
            JsonParts.list(page, "links").forEach(each -> out.println(Json.write(each)));
            isMore = page.get("next") != null;
            more = "&after=" + page.get("next");
        }
    }

    private Map<String, Object> created() {
        Map<String, Object> total = Map.of("currency", currency, "value", needed("--amount", amount));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("itemDescription", needed("--item", item));
        row.put("itemQuantity", "1");
        row.put("itemTotalAmount", total);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", needed("ORDER", id));
        body.put("totalAmount", total);
        body.put("invoiceRows", List.of(row));
        if (uses != null) body.put("maxUses", uses);
        if (reusable) body.put("reusable", true);
        if (until != null) body.put("expiresAt", until);
        return body;
    }

    /** As the simulator's phone takes it; what SEQR itself prints for a token is not public. */
    private void code(Map<String, Object> link) {
        out.println(link.get("createPurchaseURL") + "?purchaseToken=" + link.get("purchaseToken"));
    }

    private String link() {
        String link = needed("ID", id);
        if (!link.matches("[a-z0-9_]+")) throw new ParameterException(spec.commandLine(), "No link is " + link);
        return "/links/" + link;
    }

    private String needed(String name, @Nullable String value) {
        if (value == null) throw new ParameterException(spec.commandLine(), "link " + what + " needs " + name);
        return value;
    }

    private void print(Map<String, Object> answer) {
        out.println(Json.write(answer));
    }
}
