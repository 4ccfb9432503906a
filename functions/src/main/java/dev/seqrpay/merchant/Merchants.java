package dev.seqrpay.merchant;

import java.util.Optional;

/** The webshops in the table. */
public interface Merchants {
    Optional<Merchant> find(String merchantId);

    Optional<ApiKey> key(String keyId);

    void put(Merchant merchant);

    void put(ApiKey key);
}
