package dev.seqrpay.handler;

import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.web.Shop;

/** A shop as its shoppers see it. */
final class ShopView {
    private ShopView() {}

    static Shop of(Merchant merchant) {
        Brand brand = merchant.brand();
        return new Shop(merchant.name(), brand.accent(), brand.logo() != null, merchant.seller(), brand.languages());
    }
}
