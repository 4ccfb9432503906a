package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.CustomerToken;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.SeqrInvoice;
import dev.seqrpay.payment.SeqrInvoiceBuilder;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.Standing.Canceling;
import dev.seqrpay.payment.Standing.Capturing;
import dev.seqrpay.payment.Standing.Created;
import dev.seqrpay.payment.Standing.Ended;
import dev.seqrpay.payment.Standing.Issued;
import dev.seqrpay.payment.Standing.Paid;
import dev.seqrpay.payment.Standing.Reserved;
import dev.seqrpay.payment.Standing.Reversed;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.TokenOffer;
import org.jspecify.annotations.Nullable;

/** Where a payment stands, as attributes of its row. */
final class StandingItem {
    /** What the payer's app has told of the payer. */
    static final String OFFER = "offer";

    private StandingItem() {}

    static void put(Item item, Standing standing) {
        item.put("st", standing.state());
        if (standing instanceof Created created) put(item, created.attempt());
        if (standing instanceof Standing.AtSeqr there) put(item, there.invoice());
        if (standing instanceof Canceling canceling)
            item.put("reason", canceling.reason()).put("by", canceling.by());
        if (standing instanceof Paid paid) putPaid(item, paid);
        if (standing instanceof Reversed reversed) putPaid(item, reversed.was());
        if (standing instanceof Ended ended) {
            item.put("reason", ended.reason());
            if (ended.invoice() != null) put(item, ended.invoice());
        }
    }

    private static void put(Item item, Attempt attempt) {
        item.put("attempt", attempt.number()).put("lease", attempt.leaseUntil());
    }

    private static void put(Item item, SeqrInvoice invoice) {
        item.put("reference", invoice.reference())
                .put("qr", invoice.qrCode())
                .put("sv", invoice.version())
                .put("until", invoice.reservedUntil());
        if (invoice.offer() != null) item.put(OFFER, of(invoice.offer()));
    }

    private static Item of(TokenOffer offer) {
        return new Item()
                .put("v", offer.version())
                .put("answered", offer.isAnswered())
                .put("tokens", offer.tokens().stream().map(StandingItem::of).toList());
    }

    private static Item of(CustomerToken token) {
        return new Item()
                .put("id", token.id())
                .put("value", token.value())
                .put("description", token.description())
                .put("status", token.status());
    }

    private static void putPaid(Item item, Paid paid) {
        item.put("ers", paid.ersReference())
                .put("paid", paid.at())
                .put("refunded", paid.refunded())
                .put("reserved", paid.reserved());
    }

    /** @param total of the payment's order, in whose currency its refunds are */
    static Standing standing(Item item, Money total) {
        State state = item.word("st", State.class);
        return switch (state) {
            case CREATED -> new Created(new Attempt(item.number("attempt"), item.instant("lease")));
            case ISSUED -> new Issued(invoice(item));
            case RESERVED -> new Reserved(invoice(item));
            case CAPTURING -> new Capturing(invoice(item));
            case CANCELING -> new Canceling(invoice(item), item.word("reason", Reason.class), by(item));
            case PAID -> paid(item, total);
            case CANCELED, FAILED, REVIEW ->
                new Ended(
                        state,
                        item.word("reason", Reason.class),
                        item.textOrNull("reference") == null ? null : invoice(item));
            case REVERSED -> new Reversed(paid(item, total));
        };
    }

    private static SeqrInvoice invoice(Item item) {
        Item offer = item.itemOrNull(OFFER);
        return SeqrInvoiceBuilder.builder()
                .reference(item.text("reference"))
                .qrCode(item.text("qr"))
                .version(item.number("sv"))
                .reservedUntil(item.instantOrNull("until"))
                .offer(offer == null ? null : offer(offer))
                .build();
    }

    private static TokenOffer offer(Item item) {
        return new TokenOffer(
                item.number("v"),
                item.items("tokens").stream().map(StandingItem::token).toList(),
                item.isTrue("answered"));
    }

    private static CustomerToken token(Item item) {
        return new CustomerToken(
                item.text("id"),
                item.textOrNull("value"),
                item.textOrNull("description"),
                item.word("status", CustomerToken.Status.class));
    }

    /** A row of before this was kept does not tell. What the sweep did not begin is given more time. */
    private static Cause by(Item item) {
        @Nullable Cause by = item.wordOrNull("by", Cause.class);
        return by == null ? Cause.CANCEL : by;
    }

    private static Paid paid(Item item, Money total) {
        return new Paid(
                invoice(item),
                item.text("ers"),
                item.instantOrNull("paid"),
                item.money("refunded", total),
                item.money("reserved", total));
    }
}
