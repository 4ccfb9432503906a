package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.PurchaseBody;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.Viewing;
import dev.seqrpay.link.LinkOpening;
import dev.seqrpay.link.PaymentLink;
import dev.seqrpay.link.PaymentLinks;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.OpenPayment;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Source;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.Terms;
import dev.seqrpay.web.LinkPage;
import dev.seqrpay.web.PageHeaders;
import dev.seqrpay.web.PaymentView;
import dev.seqrpay.web.Platform;
import dev.seqrpay.web.QrCode;
import dev.seqrpay.web.Shop;
import dev.seqrpay.web.Texts;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /link/{shop}/{id}/{token}}: what a payment link shows, its code to print, and the payment that its button makes.
 * {@code POST /instant/{shop}/{token}/createPurchase}: the same for somebody who has scanned a printed code with the SEQR app
 * (contract, "Instant checkout").
 */
public final class OpenLinkHandler implements RequestStreamHandler {
    private final Http http;
    private final Authorization authorization;
    private final Endpoints endpoints;
    private final Merchants merchants;
    private final Function<Merchant, String> terminalOf;
    private final PaymentLinks links;
    private final LinkOpening opening;
    private final InstantSource clock;

    public OpenLinkHandler() {
        this(Wiring.fromEnvironment());
    }

    public OpenLinkHandler(Wiring wiring) {
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.endpoints = wiring.endpoints();
        this.merchants = wiring.merchants();
        this.terminalOf = wiring.terminalOf();
        this.links = wiring.paymentLinks();
        this.opening = wiring.linkOpening();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        PublicAddresses addresses = endpoints.of(request);
        if (request.route().equals("POST /instant/{shop}/{token}/createPurchase")) return purchase(request, addresses);
        PaymentLink link = link(authorization.shopOfLink(request), request.id());
        return switch (request.route()) {
            case "GET /link/{shop}/{id}/{token}" -> show(link, request, addresses);
            case "POST /link/{shop}/{id}/{token}" -> pay(link, request, addresses);
            case "GET /link/{shop}/{id}/{token}/qr.svg" ->
                new Response(200, PageHeaders.QR_CODE, QrCode.svg(addresses.link(link.merchantId(), link.id())));
            case "GET /link/{shop}/{id}/{token}/logo" -> logo(link);
            default -> throw Problem.notFound();
        };
    }

    private PaymentLink link(String merchantId, String id) {
        if (!PaymentLink.isId(id)) throw Problem.notFound();
        return links.find(merchantId, id).orElseThrow(Problem::notFound);
    }

    private Merchant merchant(PaymentLink link) {
        return merchants.find(link.merchantId()).orElseThrow(Problem::notFound);
    }

    /** Its total may be more than the shop takes by now. */
    private boolean isOpen(PaymentLink link, Merchant merchant) {
        var total = link.invoice().total();
        return link.isOpen(clock.instant())
                && !merchant.rules().isOff()
                && merchant.rules()
                        .fault(total.currency().getCurrencyCode(), total.decimal())
                        .isEmpty();
    }

    private Response show(PaymentLink link, Request request, PublicAddresses addresses) {
        Optional<Payment> present = opening.present(link);
        if (present.isPresent() && Viewing.isOpen(present.get(), clock.instant()))
            return goTo(present.get(), request, addresses);
        Merchant merchant = merchant(link);
        return page(link, merchant, isOpen(link, merchant) && present.isEmpty(), request, addresses);
    }

    private Response pay(PaymentLink link, Request request, PublicAddresses addresses) {
        Merchant merchant = merchant(link);
        Optional<Payment> present = opening.present(link);
        if (present.isEmpty() && isOpen(link, merchant))
            present = open(link, merchant, Source.ofLink(link.id()), addresses);
        return present.filter(payment -> Viewing.isOpen(payment, clock.instant()))
                .map(payment -> goTo(payment, request, addresses))
                .orElseGet(() -> page(link, merchant, false, request, addresses));
    }

    private Optional<Payment> open(PaymentLink link, Merchant merchant, Source source, PublicAddresses addresses) {
        Terms terms = new Terms(null, merchant.rules().life(), OpenPayment.REFUSE);
        try {
            return opening.open(link, new LinkOpening.Making(terminalOf.apply(merchant), terms, source, addresses));
        } catch (CheckoutRefused e) {
            throw new Problem(503, "Not now", "No payment could be made. Try again in a moment.")
                    .header("retry-after", "2");
        }
    }

    /** See Other (RFC 9110, 15.4.4): the payment's own page, which can be opened again without another payment. */
    private static Response goTo(Payment payment, Request request, PublicAddresses addresses) {
        String language = request.query().get("lang");
        String query = language == null ? "" : "?lang=" + Texts.choose(language);
        return Response.empty(303)
                .with("location", addresses.view(payment.id()) + query)
                .with("referrer-policy", "no-referrer");
    }

    private Response page(
            PaymentLink link, Merchant merchant, boolean isOpen, Request request, PublicAddresses addresses) {
        Shop shop = ShopView.of(merchant);
        String language = shop.language(
                request.query().get("lang"), request.header("accept-language").orElse(null));
        PaymentView view = new PaymentView(
                shop,
                unmade(link),
                List.of(),
                addresses.link(link.merchantId(), link.id()),
                addresses.sockets(),
                null,
                null,
                clock.instant(),
                language,
                Platform.of(request.header("user-agent").orElse("")),
                false,
                null);
        return new Response(
                200, PageHeaders.page(merchant.origins(), addresses.sockets()), LinkPage.html(view, isOpen));
    }

    /** The payment that the link would make. */
    private Payment unmade(PaymentLink link) {
        Instant now = clock.instant();
        Invoice invoice = link.invoice();
        Purchase purchase = new Purchase(link.id(), link.merchantId(), "", invoice, now, now);
        return new Payment(purchase, 1, now, new Standing.Created(new Attempt(1, now)));
    }

    private Response logo(PaymentLink link) {
        Logo logo = Optional.ofNullable(merchant(link).brand().logo()).orElseThrow(Problem::notFound);
        return Response.bytes(PageHeaders.logo(logo.contentType()), logo.bytes());
    }

    private Response purchase(Request request, PublicAddresses addresses) {
        String merchantId = authorization.shopOfPrintedCodes(request);
        PurchaseBody wanted = PurchaseBody.read(request.body());
        PaymentLink link = link(merchantId, wanted.purchaseToken());
        Merchant merchant = merchant(link);
        String reference = Optional.of(link)
                .filter(each -> isOpen(each, merchant))
                .flatMap(each -> open(each, merchant, new Source(link.id(), wanted.buyer()), addresses))
                .filter(payment -> payment.state().isPayable())
                .map(Payment::reference)
                .orElseThrow(() -> new Problem(409, "Not for sale", "This code makes no payment any more."));
        return Response.json(200, Map.of("invoiceReferenceId", reference));
    }
}
