package dev.seqrpay.wiring;

import dev.seqrpay.http.Json;
import dev.seqrpay.http.KeyRing;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.Accounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the functions know by secrets, which may change while they run: the keys of ids and tokens, and the SEQR account. */
public final class Secrets {
    private final Config config;
    private final BiFunction<String, Duration, String> now;
    private final BiFunction<String, Duration, Optional<String>> ifAny;
    private final BiFunction<String, Duration, Optional<String>> before;
    private final InstantSource clock;
    private final Consumer<RuntimeException> failures;

    /**
     * @param now what a secret says, read within a time
     * @param ifAny the same of a secret that may never have been given a value
     * @param before what it said before its latest change, empty if it was never changed
     * @param failures hears why a secret could not be read although something is there to go on with
     */
    public Secrets(
            Config config,
            BiFunction<String, Duration, String> now,
            BiFunction<String, Duration, Optional<String>> ifAny,
            BiFunction<String, Duration, Optional<String>> before,
            InstantSource clock,
            Consumer<RuntimeException> failures) {
        this.config = config;
        this.now = now;
        this.ifAny = ifAny;
        this.before = before;
        this.clock = clock;
        this.failures = failures;
    }

    public Supplier<KeyRing> keys() {
        return secret(within -> now.apply(config.tokenKeyArn(), within), KeyRing::read)::get;
    }

    public Accounts accounts() {
        String arn = config.seqrAccountArn();
        SecretAccounts deployments = new SecretAccounts(
                secret(within -> now.apply(arn, within), this::accounts),
                secret(
                        within -> before.apply(arn, within).orElse(""),
                        text -> text.isEmpty() ? List.of() : accounts(text)));
        return new ShopAccounts(
                deployments,
                secret(within -> ifAny.apply(config.shopAccountsArn(), within).orElse("{}"), Secrets::shops),
                config.isTest());
    }

    private static Map<String, Object> shops(String text) {
        try {
            return Json.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // its cause may show the text
            throw new IllegalStateException("The secret of the shops' SEQR accounts " + e.getMessage());
        }
    }

    private List<Account> accounts(String text) {
        return SecretAccounts.read(text, config.isTest());
    }

    private <T> Secret<T> secret(Function<Duration, String> text, Function<String, T> meaning) {
        return new Secret<>(text, meaning, clock, failures);
    }
}
