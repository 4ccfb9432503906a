package dev.seqrpay.dynamodb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Seller;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerchantItemTest {
    private static final List<String> ORIGINS = List.of("https://shop.example");
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n…".getBytes(ISO_8859_1);

    @Test
    void a_shop_with_colour_and_logo_reads_as_it_was_written() {
        Merchant shop = new Merchant("shop", "Shop", ORIGINS, new Brand("#1f3d36", new Logo(PNG), List.of("sv", "en")));

        Merchant read = DynamoDbMerchants.merchant("shop", DynamoDbMerchants.item(shop));

        assertThat(read.name()).isEqualTo("Shop");
        assertThat(read.origins()).isEqualTo(ORIGINS);
        assertThat(read.brand().accent()).isEqualTo("#1f3d36");
        assertThat(read.brand().logo().bytes()).isEqualTo(PNG);
        assertThat(read.brand().languages()).containsExactly("sv", "en");
        assertThat(read.seller()).isEqualTo(Seller.NONE);
    }

    @Test
    void the_seller_reads_as_it_was_written() {
        Seller seller = new Seller("Nordlys AB", "999999-9999", "SE999999999901", ZoneId.of("Europe/Stockholm"));
        Merchant shop = new Merchant("shop", "Shop", ORIGINS, Brand.NONE, seller);

        assertThat(DynamoDbMerchants.merchant("shop", DynamoDbMerchants.item(shop)))
                .isEqualTo(shop);
    }

    @Test
    void a_shop_that_was_written_before_there_were_any_has_none() {
        Item before = Keys.merchant("shop").put("name", "Shop").putStrings("origins", ORIGINS);

        assertThat(DynamoDbMerchants.merchant("shop", before)).isEqualTo(new Merchant("shop", "Shop", ORIGINS));
        assertThat(DynamoDbMerchants.item(new Merchant("shop", "Shop", ORIGINS)).attributes())
                .isEqualTo(before.attributes());
    }
}
