package dev.seqrpay.doctor;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.ResultCode;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Examines one shop: its key, its SEQR account, the address that SEQR notifies, the clock and its webhook endpoints. */
public final class ShopDoctor {
    /** A clock that is this far off makes times hard to compare, because SEQR waits for 20 seconds only. */
    private static final Duration OFF = Duration.ofSeconds(60);

    private final Merchants merchants;
    private final WebhookEndpoints endpoints;
    private final Supplier<Accounts> accounts;
    private final SignIn signIn;
    private final Visit visit;
    private final InstantSource clock;

    public ShopDoctor(
            Merchants merchants,
            WebhookEndpoints endpoints,
            Supplier<Accounts> accounts,
            SignIn signIn,
            Visit visit,
            InstantSource clock) {
        this.merchants = merchants;
        this.endpoints = endpoints;
        this.accounts = accounts;
        this.signIn = signIn;
        this.visit = visit;
        this.clock = clock;
    }

    /**
     * @param notification an address as SEQR gets it for notifications, but of no payment; {@code null} if our address is not known
     * @return empty if there is no such shop
     */
    public List<Check> examine(String merchantId, @Nullable URI notification) {
        List<Check> checks = new ArrayList<>();
        Optional<Merchant> merchant = merchants.find(merchantId);
        if (merchant.isEmpty()) return checks;
        checks.add(key(merchantId));
        Optional<Account> account = account(merchant.get(), checks);
        account.ifPresent(known -> checks.add(signIn(known)));
        if (notification != null) checks.add(notification(notification));
        account.ifPresent(known -> checks.add(clock(known)));
        for (WebhookEndpoint endpoint : endpoints.of(merchantId)) checks.add(webhook(endpoint));
        return checks;
    }

    private Check key(String merchantId) {
        Instant now = clock.instant();
        long good = merchants.keys(merchantId).stream()
                .filter((ApiKey key) -> key.isGood(now))
                .count();
        return new Check("key", good > 0, good + " of its keys can be used");
    }

    private Optional<Account> account(Merchant merchant, List<Check> checks) {
        boolean hasOwn = merchant.rules().hasOwnAccount();
        String whose = hasOwn ? "its own terminal" : "the deployment's terminal";
        try {
            Account account = accounts.get().forNewPayments(merchant.id(), hasOwn);
            checks.add(
                    new Check("account", true, whose + " " + account.terminal().id()));
            return Optional.of(account);
        } catch (SeqrException missing) {
            checks.add(new Check("account", false, "it is to use its own terminal, and there is none"));
        } catch (IllegalStateException wrong) {
            checks.add(new Check("account", false, String.valueOf(wrong.getMessage())));
        }
        return Optional.empty();
    }

    private Check signIn(Account account) {
        String who = "terminal " + account.terminal().id();
        try {
            signIn.tryWith(account);
            return new Check("credentials", true, "SEQR accepts " + who);
        } catch (SeqrException e) {
            return new Check("credentials", false, refusal(who, e));
        }
    }

    /** Contract, "Result codes": where each comes from. */
    private static String refusal(String who, SeqrException failure) {
        Optional<ResultCode> code = failure.resultCode();
        if (code.isEmpty()) return "SEQR gives no usable answer";
        return switch (code.get()) {
            case AUTHENTICATION_FAILED, ACCESS_DENIED -> "SEQR refuses the password of " + who + say(code.get());
            case INVALID_INITIATOR_PRINCIPAL_ID, INITIATOR_PRINCIPAL_NOT_FOUND ->
                "SEQR does not know " + who + say(code.get());
            case INVALID_INITIATOR_PRINCIPAL_STATE -> who + " is locked at SEQR" + say(code.get());
            default -> "SEQR answers " + code.get().code() + " to " + who;
        };
    }

    private static String say(ResultCode code) {
        return " (" + code.code() + ")";
    }

    /** Our API answers 404 for no payment, which shows that the call has reached us. */
    private Check notification(URI address) {
        String host = "SEQR notifies " + address.getScheme() + "://" + address.getAuthority();
        try {
            int status = visit.look(address).status();
            return new Check("notifications", status == 404, host + (status == 404 ? "" : ", which answers " + status));
        } catch (IOException e) {
            return new Check("notifications", false, host + ", which does not answer");
        }
    }

    private Check clock(Account account) {
        try {
            Instant there = visit.look(account.url()).date();
            if (there == null) return new Check("clock", true, "SEQR does not say what time it is");
            Duration off = Duration.between(there, clock.instant());
            return new Check("clock", off.abs().compareTo(OFF) <= 0, off.toSeconds() + " s ahead of SEQR's");
        } catch (IOException e) {
            return new Check("clock", false, "SEQR's server does not answer");
        }
    }

    private static Check webhook(WebhookEndpoint endpoint) {
        WebhookEndpoint.Health health = endpoint.health();
        if (health.off() == WebhookEndpoint.Off.BY_SHOP)
            return new Check("webhook", true, endpoint.id() + " is switched off by the shop");
        if (health.off() != null) return new Check("webhook", false, endpoint.id() + " is off: " + health.off());
        return health.failingSince() == null
                ? new Check("webhook", true, endpoint.id() + " answers, or was not called yet")
                : new Check("webhook", false, endpoint.id() + " has failed since " + health.failingSince());
    }
}
