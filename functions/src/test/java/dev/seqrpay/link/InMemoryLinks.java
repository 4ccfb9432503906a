package dev.seqrpay.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The links' contract without a database. */
public final class InMemoryLinks implements PaymentLinks {
    private final Map<String, TreeMap<String, PaymentLink>> shops = new HashMap<>();

    private final Map<String, String> keys = new HashMap<>();

    private TreeMap<String, PaymentLink> shop(String merchantId) {
        return shops.computeIfAbsent(merchantId, none -> new TreeMap<>());
    }

    @Override
    public synchronized void put(PaymentLink link) {
        shop(link.merchantId()).put(link.id(), link);
    }

    @Override
    public synchronized PaymentLink create(PaymentLink link, String idempotencyKey) {
        String id = keys.computeIfAbsent(link.merchantId() + " " + idempotencyKey, none -> link.id());
        return shop(link.merchantId()).computeIfAbsent(id, none -> link);
    }

    @Override
    public synchronized Optional<PaymentLink> find(String merchantId, String id) {
        return Optional.ofNullable(shop(merchantId).get(id));
    }

    @Override
    public synchronized List<PaymentLink> of(String merchantId, Optional<String> before, int limit) {
        return shop(merchantId).headMap(before.orElse("~"), false).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }
}
