package dev.seqrpay.web;

import dev.seqrpay.payment.Payment;
import java.net.URI;
import java.time.Instant;

/**
 * All that a page of one payment is made from.
 *
 * @param address {@code https://host/pay/{id}/{token}}, the payment page; status, QR code, logo and receipt are below it
 * @param socket where the script hears how the payment stands
 * @param language what {@link Texts#choose} chose
 */
public record PaymentView(Shop shop, Payment payment, String address, String socket, Instant now, String language) {

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

    /** Without the host: what the page fetches is of its own origin, under whatever name the page was reached. */
    private String path() {
        return URI.create(address).getRawPath();
    }
}
