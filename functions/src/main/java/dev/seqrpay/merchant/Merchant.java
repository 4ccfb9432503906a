package dev.seqrpay.merchant;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A webshop.
 *
 * @param id lower-case letters and digits
 * @param name as the payer sees it
 * @param origins where its pages live ({@code https://shop.example}); a backURL must be on one of them
 */
@RecordBuilder
public record Merchant(String id, String name, List<String> origins, Brand brand, Seller seller, CheckoutRules rules) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");

    public Merchant(String id, String name, List<String> origins) {
        this(id, name, origins, Brand.NONE);
    }

    public Merchant(String id, String name, List<String> origins, Brand brand) {
        this(id, name, origins, brand, Seller.NONE);
    }

    public Merchant(String id, String name, List<String> origins, Brand brand, Seller seller) {
        this(id, name, origins, brand, seller, CheckoutRules.NONE);
    }

    /** The same with other rules. */
    public Merchant with(CheckoutRules others) {
        return MerchantBuilder.builder(this).rules(others).build();
    }

    public Merchant {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("a merchant's id is [a-z0-9]{1,32}");
        origins = List.copyOf(origins);
        for (String origin : origins)
            if (!Origin.of(origin).equals(Optional.of(origin)))
                throw new IllegalArgumentException("an origin is written as in https://shop.example: " + origin);
    }
}
