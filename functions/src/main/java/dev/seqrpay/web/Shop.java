package dev.seqrpay.web;

import dev.seqrpay.merchant.Seller;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid, as the payer knows them.
 *
 * @param accent their colour as {@code #rrggbb}, or {@code null}
 * @param seller as the law knows them
 */
public record Shop(String name, @Nullable String accent, boolean hasLogo, Seller seller) {

    public Shop(String name, @Nullable String accent, boolean hasLogo) {
        this(name, accent, hasLogo, Seller.NONE);
    }

    /** Of the company, or the shop's where that is all there is. */
    String legalName() {
        return seller.legalName() == null ? name : seller.legalName();
    }
}
