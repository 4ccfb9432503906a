package dev.seqrpay.simulation.port;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.KeyUses;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Running;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Three webshops, each with a key of its own; reading them is a call like any other. */
public final class Shops implements Merchants, KeyUses {
    public static final List<String> IDS = List.of("shop0", "shop1", "shop2");

    private final Running running;

    public Shops(Running running) {
        this.running = running;
    }

    public static String secret(String shop) {
        return text(shop).reveal();
    }

    private static ApiKey.Text text(String shop) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) shop.hashCode());
        return ApiKey.Text.issue("test", shop, 1, secret);
    }

    @Override
    public Optional<Merchant> find(String merchantId) {
        return running.call(
                Call.Kind.READ, () -> IDS.contains(merchantId) ? Optional.of(merchant(merchantId)) : Optional.empty());
    }

    private static Merchant merchant(String id) {
        return new Merchant(id, "Shop " + id, List.of("https://" + id + ".example"));
    }

    @Override
    public List<String> ids() {
        return IDS;
    }

    @Override
    public Optional<ApiKey> key(String keyId) {
        String shop = ApiKey.merchantId(keyId);
        return running.call(
                Call.Kind.READ,
                () -> IDS.contains(shop)
                        ? Optional.of(text(shop).stored(EnumSet.allOf(ApiKey.Scope.class)))
                        : Optional.empty());
    }

    @Override
    public List<ApiKey> keys(String merchantId) {
        throw new UnsupportedOperationException();
    }

    /** No shop here uses its key too often; a count that fails ends a request like the read of the key before it. */
    @Override
    public int count(String keyId, Instant now) {
        return 1;
    }

    @Override
    public Optional<Instant> latest(String keyId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(Merchant merchant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(ApiKey key) {
        throw new UnsupportedOperationException();
    }
}
