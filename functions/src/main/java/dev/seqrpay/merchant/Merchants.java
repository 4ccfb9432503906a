package dev.seqrpay.merchant;

import java.util.List;
import java.util.Optional;

/** The webshops in the table. */
public interface Merchants {
    Optional<Merchant> find(String merchantId);

    /** The ids of all, in their order; of those that were made before they were listed, the ones that were written since. */
    List<String> ids();

    Optional<ApiKey> key(String keyId);

    /** All keys of a webshop, revoked ones included. */
    List<ApiKey> keys(String merchantId);

    void put(Merchant merchant);

    void put(ApiKey key);
}
