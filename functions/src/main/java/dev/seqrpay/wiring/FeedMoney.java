package dev.seqrpay.wiring;

import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.http.Json;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.reconciliation.BookedMoney;
import dev.seqrpay.reconciliation.BookedPayment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What was paid and given back, by the shop's own events: they name both, with their time, for thirty days. */
final class FeedMoney implements BookedMoney {
    private static final int PAGE = 100;
    /** An event may be published later than those that happened after it. */
    private static final Duration LATE = Duration.ofHours(6);

    private final Feed feed;
    private final PaymentStore payments;
    private final Function<String, Optional<String>> references;

    FeedMoney(Feed feed, PaymentStore payments, Function<String, Optional<String>> references) {
        this.feed = feed;
        this.payments = payments;
        this.references = references;
    }

    /** What of one payment happened. */
    private static final class Happened {
        private boolean paid;
        private final Set<String> refunds = new HashSet<>();
    }

    @Override
    public List<BookedPayment> between(String merchantId, Instant from, Instant to) {
        Map<String, Happened> happened = new LinkedHashMap<>();
        long position = behind(merchantId, from.isAfter(Instant.EPOCH.plus(LATE)) ? from.minus(LATE) : from);
        for (List<FeedEvent> page = page(merchantId, position); !page.isEmpty(); page = page(merchantId, position))
            for (FeedEvent event : page) {
                position = event.position();
                if (!event.at().isBefore(from) && event.at().isBefore(to)) add(happened, event);
            }
        List<BookedPayment> booked = new ArrayList<>();
        happened.forEach((id, what) -> payments.find(id)
                .filter(payment -> payment.confirmation().isPresent())
                .ifPresent(payment -> booked.add(BookedPayment.of(payment, what.paid, refunds(id, what.refunds)))));
        return booked;
    }

    private List<Refund> refunds(String paymentId, Set<String> ids) {
        if (ids.isEmpty()) return List.of();
        return payments.refunds(paymentId).stream()
                .filter(refund -> ids.contains(refund.id()))
                .toList();
    }

    private List<FeedEvent> page(String merchantId, long position) {
        return feed.after(merchantId, position, PAGE);
    }

    private static void add(Map<String, Happened> happened, FeedEvent event) {
        boolean isPaid = event.type().equals(EventType.PAYMENT_PAID.wireName());
        if (!isPaid && !event.type().equals(EventType.REFUND_SETTLED.wireName())) return;
        Map<String, Object> data = Json.asObject(
                Json.object(event.body().getBytes(StandardCharsets.UTF_8)).get("data"));
        Happened payment = happened.computeIfAbsent((String) data.get("id"), first -> new Happened());
        if (isPaid) payment.paid = true;
        else payment.refunds.add((String) Json.asObject(data.get("refund")).get("id"));
    }

    /** The last position whose event happened before, found by halving; what is forgotten happened before all. */
    private long behind(String merchantId, Instant time) {
        long before = 0;
        long after = feed.head(merchantId) + 1;
        while (after - before > 1) {
            long middle = before + (after - before) / 2;
            boolean isBefore = feed.at(merchantId, middle)
                    .map(event -> event.at().isBefore(time))
                    .orElse(true);
            if (isBefore) before = middle;
            else after = middle;
        }
        return before;
    }

    @Override
    public Optional<String> paymentOf(String merchantId, String ersReference) {
        return references.apply(ersReference).filter(id -> payments.find(id)
                .filter(payment -> payment.merchantId().equals(merchantId))
                .isPresent());
    }
}
