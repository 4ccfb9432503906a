package dev.seqrpay.http;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.KeyUses;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may do what: a webshop by its secret key, a browser and SEQR by the token in the address. */
public final class Authorization {
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+) *");

    private final Merchants merchants;
    private final KeyUses uses;
    private final InstantSource clock;
    private final PaymentStore store;
    private final Tokens tokens;
    private final String keyEnvironment;

    public Authorization(
            Merchants merchants,
            KeyUses uses,
            InstantSource clock,
            PaymentStore store,
            Tokens tokens,
            String keyEnvironment) {
        this.merchants = merchants;
        this.uses = uses;
        this.clock = clock;
        this.store = store;
        this.tokens = tokens;
        this.keyEnvironment = keyEnvironment;
    }

    /** @return the id of the merchant whose key it is */
    public String merchant(Request request, ApiKey.Scope scope) {
        ApiKey key = request.header("authorization")
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .flatMap(header -> ApiKey.Text.parse(header.group(1)))
                .filter(text -> text.environment().equals(keyEnvironment))
                .flatMap(text -> merchants.key(text.keyId()).filter(stored -> stored.opens(text)))
                .orElseThrow(this::unauthorized);
        Instant now = clock.instant();
        if (!key.isGood(now)) throw ended(key);
        if (uses.count(key.id(), now) > key.terms().perMinute()) throw tooMany(key, now);
        if (!key.scopes().contains(scope))
            throw new Problem(403, "Forbidden", "This key may not be used for " + scope + ".");
        return key.merchantId();
    }

    /** The payment of the route, if it belongs to the caller. */
    public Payment payment(Request request, ApiKey.Scope scope) {
        String merchantId = merchant(request, scope);
        return Optional.of(request.id())
                .filter(tokens::mayExist)
                .flatMap(store::find)
                .filter(payment -> payment.merchantId().equals(merchantId))
                .orElseThrow(Problem::notFound);
    }

    /** @return the id of the payment whose pages the token opens */
    public String viewed(Request request) {
        return opened(request, tokens.opensView(request.id(), request.token()));
    }

    /** @return the shop of the link that the token opens */
    public String shopOfLink(Request request) {
        if (!tokens.opensLink(request.shop(), request.id(), request.token())) throw Problem.notFound();
        return request.shop();
    }

    /** @return the shop at which SEQR may make purchases with the token */
    public String shopOfPrintedCodes(Request request) {
        if (!tokens.opensInstantCheckout(request.shop(), request.token())) throw Problem.notFound();
        return request.shop();
    }

    /** @return the id of the payment that SEQR may notify us of with the token */
    public String notified(Request request) {
        return opened(request, tokens.opensNotification(request.id(), request.token()));
    }

    private static String opened(Request request, boolean isOpen) {
        if (!isOpen) throw Problem.notFound();
        return request.id();
    }

    /** Only who has the whole key is told what became of it. */
    private Problem ended(ApiKey key) {
        String how = key.terms().revokedAt() == null
                ? "expired at " + key.terms().expiresAt()
                : "was revoked at " + key.terms().revokedAt();
        return new Problem(401, "Unauthorized", "This key " + how + ".").header("www-authenticate", "Bearer");
    }

    private static Problem tooMany(ApiKey key, Instant now) {
        long left = 60 - now.getEpochSecond() % 60;
        return new Problem(
                        429,
                        "Too many requests",
                        "This key is good for " + key.terms().perMinute() + " requests a minute.")
                .header("retry-after", String.valueOf(left));
    }

    private Problem unauthorized() {
        return new Problem(
                        401,
                        "Unauthorized",
                        "Send a valid secret key of this deployment: Authorization: Bearer sk_" + keyEnvironment + "_…")
                .header("www-authenticate", "Bearer");
    }
}
