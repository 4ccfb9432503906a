package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Buyer;
import dev.seqrpay.payment.Source;

/** What a payment was made by, in its row: nothing for the shop's own checkout. */
final class SourceItem {
    static final String BUYER = "buyer";

    private SourceItem() {}

    static void put(Item item, Source source) {
        item.put("link", source.linkId());
        if (source.buyer() != null) item.put(BUYER, of(source.buyer()));
    }

    private static Item of(Buyer buyer) {
        return new Item()
                .put("name", buyer.clientName())
                .put("street", buyer.street())
                .put("city", buyer.city())
                .put("country", buyer.country())
                .put("state", buyer.state())
                .put("zip", buyer.zip())
                .put("email", buyer.email())
                .put("msisdn", buyer.msisdn());
    }

    static Source source(Item item) {
        Item buyer = item.itemOrNull(BUYER);
        return new Source(item.textOrNull("link"), buyer == null ? null : buyer(buyer));
    }

    private static Buyer buyer(Item item) {
        return new Buyer(
                item.textOrNull("name"),
                item.textOrNull("street"),
                item.textOrNull("city"),
                item.textOrNull("country"),
                item.textOrNull("state"),
                item.textOrNull("zip"),
                item.textOrNull("email"),
                item.textOrNull("msisdn"));
    }
}
