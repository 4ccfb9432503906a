package dev.seqrpay.http;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may do what: a webshop by its secret key, a browser and SEQR by the token in the address. */
public final class Authorization {
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+) *");

    private final Merchants merchants;
    private final PaymentStore store;
    private final Tokens tokens;
    private final String keyEnvironment;

    public Authorization(Merchants merchants, PaymentStore store, Tokens tokens, String keyEnvironment) {
        this.merchants = merchants;
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

    /** @return the id of the payment that SEQR may notify us of with the token */
    public String notified(Request request) {
        return opened(request, tokens.opensNotification(request.id(), request.token()));
    }

    private static String opened(Request request, boolean isOpen) {
        if (!isOpen) throw Problem.notFound();
        return request.id();
    }

    private Problem unauthorized() {
        return new Problem(
                        401,
                        "Unauthorized",
                        "Send a valid secret key of this deployment: Authorization: Bearer sk_" + keyEnvironment + "_…")
                .header("www-authenticate", "Bearer");
    }
}
