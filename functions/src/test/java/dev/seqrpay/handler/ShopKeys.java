package dev.seqrpay.handler;

import dev.seqrpay.http.CheckoutBodyTest;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.merchant.KeyUses;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.MerchantBuilder;
import dev.seqrpay.merchant.Merchants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One shop with one key, and a list of the keys that were looked for. */
public final class ShopKeys implements Merchants, KeyUses {
    private final List<String> reads = new ArrayList<>();
    private final ApiKey key;
    private Merchant shop = CheckoutBodyTest.SHOP;
    private int uses;

    public ShopKeys(String key, ApiKey.Scope... scopes) {
        this.key = ApiKey.Text.parse(key).orElseThrow().stored(Set.of(scopes));
    }

    /** One that ends, or is good for less. */
    public ShopKeys(ApiKey key) {
        this.key = key;
    }

    public List<String> reads() {
        return reads;
    }

    @Override
    public Optional<Merchant> find(String merchantId) {
        return Optional.of(shop).filter(one -> one.id().equals(merchantId));
    }

    /** From now on. */
    public void looks(Brand brand) {
        shop = MerchantBuilder.builder(shop).brand(brand).build();
    }

    /** Its payments go on without it. */
    public void isGone() {
        shop = new Merchant("another", shop.name(), shop.origins());
    }

    /** From now on. */
    public void settles(CheckoutRules rules) {
        shop = shop.with(rules);
    }

    @Override
    public List<String> ids() {
        return List.of(shop.id());
    }

    @Override
    public Optional<ApiKey> key(String keyId) {
        reads.add(keyId);
        return Optional.of(key).filter(stored -> stored.id().equals(keyId));
    }

    @Override
    public List<ApiKey> keys(String merchantId) {
        return List.of(key);
    }

    @Override
    public int count(String keyId, Instant now) {
        return ++uses;
    }

    @Override
    public Optional<Instant> latest(String keyId) {
        throw new AssertionError("no test asks here");
    }

    @Override
    public void put(Merchant merchant) {
        throw new AssertionError("no test registers a shop here");
    }

    @Override
    public void put(ApiKey other) {
        throw new AssertionError("no test registers a key here");
    }
}
