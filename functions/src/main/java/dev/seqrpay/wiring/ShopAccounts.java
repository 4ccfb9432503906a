package dev.seqrpay.wiring;

import dev.seqrpay.http.Json;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deployment's SEQR account, and those of the shops that have their own, all of them in one secret: {@code {"shop":
 * {"terminalId", "password", "former": {terminal: password}, "reseller": {"id", "password"}}}}, where {@code url} and {@code clientId} are the deployment's unless
 * they are given. That secret is read only for a terminal that the deployment's own does not name.
 */
final class ShopAccounts implements Accounts {
    private final SecretAccounts deployments;
    private final Secret<Map<String, Object>> shops;
    private final boolean mayBePlain;

    /** @param shops each shop's account by its id, empty if no shop has one */
    ShopAccounts(SecretAccounts deployments, Secret<Map<String, Object>> shops, boolean mayBePlain) {
        this.deployments = deployments;
        this.shops = shops;
        this.mayBePlain = mayBePlain;
    }

    @Override
    public Account current() {
        return deployments.current();
    }

    @Override
    public Optional<Account> ofShop(String merchantId) {
        return ofShop(merchantId, shops.get()).or(() -> ofShop(merchantId, shops.fresh()));
    }

    private Optional<Account> ofShop(String merchantId, Map<String, Object> all) {
        return Optional.ofNullable(all.get(merchantId)).map(shop -> read(shop).get(0));
    }

    @Override
    public Optional<Account> resellerOf(String merchantId) {
        return Optional.ofNullable(shops.get().get(merchantId))
                .flatMap(shop -> SecretAccounts.reseller(Json.asObject(shop), deployments.current(), mayBePlain));
    }

    @Override
    public Optional<Account> of(String terminalId) {
        return deployments
                .known(terminalId)
                .or(() -> among(shops.get(), terminalId))
                .or(() -> deployments.of(terminalId))
                .or(() -> among(shops.fresh(), terminalId));
    }

    private Optional<Account> among(Map<String, Object> all, String terminalId) {
        return all.values().stream()
                .flatMap(this::readable)
                .filter(account -> account.terminal().id().equals(terminalId))
                .findFirst();
    }

    @Override
    public Optional<Account> again(Account refused) {
        Map<String, Object> all = shops.get();
        if (all.values().stream().flatMap(this::readable).noneMatch(refused::equals)) return deployments.again(refused);
        shops.again(all);
        return of(refused.terminal().id());
    }

    /** One shop's mistake is none of another's. */
    private Stream<Account> readable(Object shop) {
        try {
            return read(shop).stream();
        } catch (IllegalStateException wrong) {
            return Stream.empty();
        }
    }

    private List<Account> read(Object shop) {
        return SecretAccounts.read(Json.asObject(shop), deployments.current(), mayBePlain);
    }
}
