package dev.seqrpay.local.demo.shop;

import java.util.List;

/** @param price in öre, with tax */
record Product(String sku, String name, String description, long price) {
    static final int TAX_PERCENT = 25;

    static final List<Product> ALL = List.of(
            new Product("beans", "Hedvig, whole beans", "A slow roast from Sidamo: bergamot, honey. 500 g", 14900),
            new Product("cup", "Stoneware cup", "Thrown and glazed by hand. 25 cl", 24900),
            new Product("dripper", "Pour-over dripper", "Porcelain, for one cup or two", 32900),
            new Product("filters", "Paper filters", "Unbleached. A hundred of them", 5900));

    long times(int quantity) {
        return price * quantity;
    }
}
