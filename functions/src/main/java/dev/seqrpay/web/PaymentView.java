package dev.seqrpay.web;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a page of one payment is made from.
 *
 * @param refunds of the payment, needed on its receipt alone
 * @param address {@code https://host/pay/{id}/{token}}, the payment page; status, QR code, logo and receipt are below it
 * @param socket where the script hears how the payment stands
 * @param app what opens the SEQR app on the device itself, or {@code null}
 * @param renewal where another payment is made for what was not paid, or {@code null}
 * @param language what {@link Texts#choose} chose
 * @param platform what it is looked at with
 * @param asks whether the shopper is about to cancel and is asked whether that is meant
 * @param proof that it was paid, for the receipt; {@code null} for none
 */
public record PaymentView(
        Shop shop,
        Payment payment,
        List<Refund> refunds,
        String address,
        String socket,
        @Nullable String app,
        @Nullable String renewal,
        Instant now,
        String language,
        Platform platform,
        boolean asks,
        @Nullable String proof) {

    /** The whole address of the payment page, for another browser. */
    String link() {
        return address;
    }

    String cancel() {
        return path() + "/cancel?lang=" + language;
    }

    String question() {
        return page(language) + "&cancel=";
    }

    String status() {
        return path() + "/status";
    }

    String logo() {
        return path() + "/logo";
    }

    String page(String inLanguage) {
        return path() + "?lang=" + inLanguage;
    }

    String receipt(String inLanguage) {
        return path() + "/receipt?lang=" + inLanguage;
    }

    /** Without the host: what the page fetches is of its own origin, under each name that the page has. */
    private String path() {
        return URI.create(address).getRawPath();
    }
}
