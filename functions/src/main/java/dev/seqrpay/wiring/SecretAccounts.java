package dev.seqrpay.wiring;

import dev.seqrpay.http.Json;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.Terminal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The SEQR account in Secrets Manager: {@code {"url", "terminalId", "password", "clientId", "former": {terminal: password}}}. A terminal
 * that is in neither place is looked for in the secret's version before, which AWS keeps: so payments that are open
 * when the terminal changes are settled, even if {@code former} was not set.
 */
public final class SecretAccounts {
    private final Secret<List<Account>> now;
    private final Secret<List<Account>> before;

    /**
     * @param now the first is the current one
     * @param before the same, empty if there was none
     */
    SecretAccounts(Secret<List<Account>> now, Secret<List<Account>> before) {
        this.now = now;
        this.before = before;
    }

    Account current() {
        return now.get().get(0);
    }

    /** Those that the secret names, as it is kept. */
    Optional<Account> known(String terminalId) {
        return of(terminalId, now.get());
    }

    Optional<Account> of(String terminalId) {
        return of(terminalId, now.get())
                .or(() -> of(terminalId, before.get()))
                // the secret may have changed more than once since this function read it
                .or(() -> of(terminalId, now.fresh()));
    }

    Optional<Account> again(Account refused) {
        List<Account> all = now.get();
        if (all.contains(refused) || before.get().contains(refused)) now.again(all);
        return of(refused.terminal().id());
    }

    private static Optional<Account> of(String terminalId, List<Account> all) {
        return all.stream()
                .filter(account -> account.terminal().id().equals(terminalId))
                .findFirst();
    }

    /**
     * @param mayBePlain whether SEQR may be called over {@code http://}, which shows the password to everybody on the way
     * @throws IllegalStateException that names what is wrong, and not what it says
     */
    public static List<Account> read(String secret, boolean mayBePlain) {
        try {
            Map<String, Object> fields = Json.object(secret.getBytes(StandardCharsets.UTF_8));
            return read(fields, Config.url(text(fields, "url"), "http", mayBePlain), text(fields, "clientId"));
        } catch (IllegalArgumentException e) {
            // its cause may show the text
            throw new IllegalStateException("The secret of the SEQR account " + e.getMessage());
        }
    }

    /**
     * @param otherwise whose address and client id are taken where the account has none
     * @throws IllegalStateException that names what is wrong, and not what it says
     */
    static List<Account> read(Map<String, Object> fields, Account otherwise, boolean mayBePlain) {
        try {
            return read(fields, url(fields, otherwise, mayBePlain), clientId(fields, otherwise));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The secret of the shops' SEQR accounts " + e.getMessage());
        }
    }

    /**
     * Who fetches a shop's reports; the shop need not have a terminal of its own.
     *
     * @throws IllegalStateException that names what is wrong, and not what it says
     */
    static Optional<Account> reseller(Map<String, Object> fields, Account otherwise, boolean mayBePlain) {
        if (!(fields.get("reseller") instanceof Map<?, ?> reseller)) return Optional.empty();
        try {
            Map<String, Object> named = Json.asObject(reseller);
            return Optional.of(new Account(
                    url(fields, otherwise, mayBePlain),
                    Terminal.ofReseller(text(named, "id"), text(named, "password"), clientId(fields, otherwise))));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("A reseller in the secret of the shops' SEQR accounts " + e.getMessage());
        }
    }

    private static URI url(Map<String, Object> fields, Account otherwise, boolean mayBePlain) {
        return fields.containsKey("url") ? Config.url(text(fields, "url"), "http", mayBePlain) : otherwise.url();
    }

    private static String clientId(Map<String, Object> fields, Account otherwise) {
        return fields.containsKey("clientId")
                ? text(fields, "clientId")
                : otherwise.terminal().clientId();
    }

    private static List<Account> read(Map<String, Object> fields, URI url, String clientId) {
        List<Account> all = new ArrayList<>();
        all.add(new Account(url, Terminal.of(text(fields, "terminalId"), text(fields, "password"), clientId)));
        if (fields.get("former") instanceof Map<?, ?> former)
            Json.asObject(former)
                    .forEach((id, password) ->
                            all.add(new Account(url, Terminal.of(id, String.valueOf(password), clientId))));
        return List.copyOf(all);
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text && !text.isBlank()) return text;
        throw new IllegalArgumentException("has no " + name);
    }
}
