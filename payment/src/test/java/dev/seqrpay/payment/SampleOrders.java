package dev.seqrpay.payment;

import dev.seqrpay.payment.Reservation.Mode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What shops order: everything, as little as possible, and what is hard to keep. */
final class SampleOrders {
    private static final Money TEN = Money.of("SEK", "10");
    private static final BigDecimal ONE = BigDecimal.ONE;
    static final Invoice.Row BARE_ROW = new Invoice.Row(null, ONE, TEN, null, null, null, null, null, null);
    static final Invoice.Row FULL_ROW = new Invoice.Row(
            "Kräftor & <dill>",
            new BigDecimal("2.500"),
            TEN,
            Money.of("SEK", "5"),
            Money.of("SEK", "2.5"),
            new BigDecimal("12.5"),
            "KGM",
            "SKU-1",
            "7310865004703");

    private SampleOrders() {}

    static Invoice full() {
        return new Invoice(
                "order-1",
                "Fest \uD83E\uDD9E",
                true,
                List.of(FULL_ROW, BARE_ROW),
                Money.of("SEK", "20"),
                Instant.parse("2026-01-01T12:00:00.123456Z"),
                "cashier",
                "footer",
                "https://shop.example/back",
                "https://shop.example/renew",
                "https://shop.example/thanks",
                "https://shop.example/cart",
                null,
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                new TreeMap<>(Map.of("cart", "c-17", "Kräftor.#:v", "two\n lines ", "empty", "")));
    }

    static Invoice withNumber(String orderId) {
        return new Invoice(orderId, "t", List.of(BARE_ROW), TEN, null, null, null, null, null);
    }

    static Invoice bare() {
        return of(BARE_ROW);
    }

    static Invoice of(Invoice.Row... rows) {
        Money total =
                Stream.of(rows).map(Invoice.Row::total).reduce(rows[0].total().zero(), Money::plus);
        return new Invoice("o", "t", List.of(rows), total, null, null, null, null, null);
    }

    static Invoice withRows(int count) {
        return of(Collections.nCopies(count, FULL_ROW).toArray(Invoice.Row[]::new));
    }

    static Invoice saying(String text) {
        Invoice.Row row = new Invoice.Row(text, ONE, TEN, null, null, null, text, text, text);
        return new Invoice(
                text,
                text,
                true,
                List.of(row),
                TEN,
                null,
                text,
                text,
                text,
                text,
                text,
                text,
                null,
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                new TreeMap<>(Map.of("note", text)));
    }

    private static Invoice withPages(String returnUrl, String cancelUrl, Map<String, String> metadata) {
        return new Invoice(
                "o",
                "t",
                true,
                List.of(BARE_ROW),
                TEN,
                null,
                null,
                null,
                null,
                null,
                returnUrl,
                cancelUrl,
                null,
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                new TreeMap<>(metadata));
    }

    private static Invoice reserving(Mode mode, Duration length) {
        return new Invoice(
                "o",
                "t",
                true,
                List.of(BARE_ROW),
                TEN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Reservation(mode, length),
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                new TreeMap<>());
    }

    private static Invoice loyal(AcknowledgmentMode mode) {
        return InvoiceBuilder.builder(bare()).acknowledgmentMode(mode).build();
    }

    /** Its title is the shop's name, because the shop gave none. */
    static Invoice untitled(String shopsName) {
        return new Invoice(
                "o",
                shopsName,
                false,
                List.of(BARE_ROW),
                TEN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                new TreeMap<>());
    }

    /** Each of the fields that may be left out, by itself. */
    static List<Invoice> withOneOptionalField() {
        return List.of(
                of(new Invoice.Row("description", ONE, TEN, null, null, null, null, null, null)),
                of(new Invoice.Row(null, ONE, TEN, TEN, null, null, null, null, null)),
                of(new Invoice.Row(null, ONE, TEN, null, TEN, null, null, null, null)),
                of(new Invoice.Row(null, ONE, TEN, null, null, ONE, null, null, null)),
                of(new Invoice.Row(null, ONE, TEN, null, null, null, "unit", null, null)),
                of(new Invoice.Row(null, ONE, TEN, null, null, null, null, "sku", null)),
                of(new Invoice.Row(null, ONE, TEN, null, null, null, null, null, "ean")),
                new Invoice("o", "t", List.of(BARE_ROW), TEN, Instant.EPOCH, null, null, null, null),
                new Invoice("o", "t", List.of(BARE_ROW), TEN, null, "cashier", null, null, null),
                new Invoice("o", "t", List.of(BARE_ROW), TEN, null, null, "footer", null, null),
                new Invoice("o", "t", List.of(BARE_ROW), TEN, null, null, null, "https://shop.example", null),
                new Invoice("o", "t", List.of(BARE_ROW), TEN, null, null, null, null, "https://shop.example"),
                withPages("https://shop.example", null, Map.of()),
                withPages(null, "https://shop.example", Map.of()),
                withPages(null, null, Map.of("cart", "c-17")),
                reserving(Mode.RESERVATION_DESIRED, Reservation.LONGEST),
                reserving(Mode.RESERVATION_REQUIRED, Reservation.LONGEST),
                reserving(Mode.RESERVATION_REQUIRED, Reservation.SHORTEST),
                loyal(AcknowledgmentMode.OPTIONAL_ACKNOWLEDGMENT),
                loyal(AcknowledgmentMode.REQUIRE_ACKNOWLEDGMENT),
                untitled("Demo Shop"));
    }
}
