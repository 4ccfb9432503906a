package dev.seqrpay.handler;

import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.web.Shop;

/** A shop as its shoppers see it. */
final class Shops {
    private Shops() {}

    static Shop of(Merchant merchant) {
        return new Shop(
                merchant.name(), merchant.brand().accent(), merchant.brand().logo() != null, merchant.seller());
    }
}
