package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.PaymentProof;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.Viewing;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.StatusLookup;
import dev.seqrpay.web.PageHeaders;
import dev.seqrpay.web.PaymentPage;
import dev.seqrpay.web.PaymentView;
import dev.seqrpay.web.Platform;
import dev.seqrpay.web.QrCode;
import dev.seqrpay.web.ReceiptPage;
import dev.seqrpay.web.Shop;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /pay/{id}/{token}}, the hosted payment page; {@code /qr.svg} and the shop's {@code /logo} below it;
 * {@code /view}, which the payment view in a shop's own page shows first; and {@code /receipt}, the backURL that the SEQR app
 * opens after paying and after cancelling. The address says nothing about the outcome, so all but the two pictures settle first.
 */
public final class PaymentPageHandler implements RequestStreamHandler {
    private final Endpoints endpoints;
    private final InstantSource clock;
    private final Http http;
    private final Authorization authorization;
    private final PaymentStore store;
    private final Merchants merchants;
    private final StatusLookup statusLookup;
    private final PaymentProof proof;

    public PaymentPageHandler() {
        this(Wiring.fromEnvironment());
    }

    public PaymentPageHandler(Wiring wiring) {
        this.endpoints = wiring.endpoints();
        this.clock = wiring.clock();
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.store = wiring.payments();
        this.merchants = wiring.merchants();
        this.statusLookup = wiring.statusLookup();
        this.proof = wiring.paymentProof();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        String id = authorization.viewed(request);
        if (request.route().endsWith("/qr.svg")) return qrCode(id);
        if (request.route().endsWith("/logo")) return logo(id);
        Payment payment = Viewing.open(statusLookup.look(id, Cause.PAGE), clock);
        Optional<Merchant> merchant = merchants.find(payment.merchantId());
        Shop shop = shop(payment, merchant);
        PublicAddresses addresses = endpoints.of(request);
        if (request.route().endsWith("/view")) return json(payment, shop, addresses);
        PaymentView view = view(payment, shop, addresses, request);
        String html = request.route().endsWith("/receipt") ? ReceiptPage.html(view) : PaymentPage.html(view);
        List<String> origins = merchant.map(Merchant::origins).orElse(List.of());
        return new Response(200, PageHeaders.page(origins, addresses.sockets()), html);
    }

    private static Shop shop(Payment payment, Optional<Merchant> merchant) {
        return merchant.map(ShopView::of).orElseGet(() -> new Shop(payment.merchantId(), null, false));
    }

    private Response json(Payment payment, Shop shop, PublicAddresses addresses) {
        Instant now = clock.instant();
        return Response.json(200, PaymentJson.view(payment, shop, addresses, now));
    }

    private Response qrCode(String id) {
        String text = Optional.ofNullable(stored(id).qrCode()).orElseThrow(Problem::notFound);
        return new Response(200, PageHeaders.QR_CODE, QrCode.svg(text));
    }

    private Payment stored(String id) {
        return Viewing.open(store.find(id), clock);
    }

    private Response logo(String id) {
        Logo logo = merchants
                .find(stored(id).merchantId())
                .map(merchant -> merchant.brand().logo())
                .orElseThrow(Problem::notFound);
        return Response.bytes(PageHeaders.logo(logo.contentType()), logo.bytes());
    }

    private PaymentView view(Payment payment, Shop shop, PublicAddresses addresses, Request request) {
        String language = shop.language(
                request.query().get("lang"), request.header("accept-language").orElse(null));
        return new PaymentView(
                shop,
                payment,
                refunds(payment, request),
                addresses.view(payment.id()),
                addresses.socket(payment.id()),
                addresses.app(payment),
                addresses.renewal(payment),
                clock.instant(),
                language,
                Platform.of(request.header("user-agent").orElse("")),
                request.query().containsKey("cancel"),
                request.route().endsWith("/receipt") ? proof.of(payment).orElse(null) : null);
    }

    /** Reads the single refunds, which only a receipt lists. */
    private List<Refund> refunds(Payment payment, Request request) {
        boolean areShown = payment.refunded().isPositive() && request.route().endsWith("/receipt");
        return areShown ? store.refunds(payment.id()) : List.of();
    }
}
