package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.Checkout;
import dev.seqrpay.payment.Payment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * {@code POST /checkout}: makes a payment and its SEQR invoice. Repeated with the same {@code Idempotency-Key} it answers with
 * the same payment, so a shop that got no answer simply asks again.
 */
public final class CheckoutHandler implements RequestStreamHandler {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Wiring wiring;
    private final Http http;
    private final Authorization authorization;
    private final Checkout checkout;

    public CheckoutHandler() {
        this(Wiring.fromEnvironment());
    }

    public CheckoutHandler(Wiring wiring) {
        this.wiring = wiring;
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.checkout = wiring.checkout();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        Merchant merchant = wiring.merchants()
                .find(authorization.merchant(request, Scope.CHECKOUT))
                .orElseThrow(Problem::notFound);
        String key = key(request);
        Order order = Order.read(request.body(), merchant);
        PublicAddresses addresses = wiring.addresses(request);
        String terminalId = wiring.config().terminalId();
        Payment payment = checkout.checkout(merchant.id(), terminalId, key, order.invoice(), order.terms(), addresses);
        return Response.json(201, PaymentJson.payment(payment, addresses))
                .with("location", "/payments/" + payment.id());
    }

    static String key(Request request) {
        return request.header("idempotency-key")
                .filter(key -> KEY.matcher(key).matches())
                .orElseThrow(() -> Problem.invalid(
                        "Idempotency-Key",
                        "must be a header of 1 to 255 visible ASCII characters, new for each order"));
    }
}
