package dev.seqrpay.link;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Checkout;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PaymentStore.OfOrder;
import dev.seqrpay.payment.Source;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.Terms;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a payment when a shopper opens a link. A link for one payment gives every shopper the same payment, and a new one only
 * after that has ended unpaid. A link for several payments makes one at each opening, while fewer are paid or open than the
 * link allows. Each use is an order of its own, so each use is paid once even if several shoppers open the link at once
 * ({@link dev.seqrpay.payment.OpenPayment}).
 */
public final class LinkOpening {
    private static final int SHORT = 10;

    private final PaymentStore payments;
    private final Checkout checkout;
    private final Supplier<String> unique;

    /** @param unique new random texts of 26 characters */
    public LinkOpening(PaymentStore payments, Checkout checkout, Supplier<String> unique) {
        this.payments = payments;
        this.checkout = checkout;
        this.unique = unique;
    }

    /** How the payment is to be made. */
    public record Making(String terminalId, Terms terms, Source source, Addresses addresses) {}

    /** The one payment of a link for one, if it is open or paid; every shopper sees it. */
    public Optional<Payment> present(PaymentLink link) {
        return link.isForOnePayment()
                ? latest(payments.ofOrder(link.merchantId(), link.invoice().orderId()))
                        .filter(payment ->
                                payment.holdsItsOrder() || payment.state().isPayable())
                : Optional.empty();
    }

    /**
     * @return empty if the link has been used as often as it may be
     * @throws CheckoutRefused if SEQR gives no invoice, or the same link is being opened at this moment: try again
     */
    public Optional<Payment> open(PaymentLink link, Making making) {
        if (link.maxUses() == null) {
            String use = unique.get().substring(0, SHORT);
            return Optional.of(make(link, use, use, making));
        }
        for (int use = 1; use <= link.maxUses(); use++) {
            Optional<Payment> payment = link.isForOnePayment() ? openOnly(link, making) : openOne(link, use, making);
            if (payment.isPresent()) return payment;
        }
        return Optional.empty();
    }

    private Optional<Payment> openOnly(PaymentLink link, Making making) {
        OfOrder before = payments.ofOrder(link.merchantId(), link.invoice().orderId());
        Optional<Payment> latest = latest(before);
        if (latest.filter(payment -> payment.holdsItsOrder() || payment.state().isPayable())
                .isPresent()) return latest;
        boolean goesOn =
                latest.filter(payment -> payment.state() == State.CREATED).isPresent();
        int number = goesOn ? before.count() : before.count() + 1;
        try {
            return Optional.of(make(link, "1", "1/" + number, making));
        } catch (CheckoutRefused e) {
            if (e.payment() == null) throw e;
            return Optional.of(e.payment());
        }
    }

    /** Empty if this use is taken. */
    private Optional<Payment> openOne(PaymentLink link, int use, Making making) {
        OfOrder before = payments.ofOrder(
                link.merchantId(), link.order(String.valueOf(use)).orderId());
        boolean isTaken = latest(before)
                .filter(payment -> payment.holdsItsOrder() || payment.state().isOpen())
                .isPresent();
        if (isTaken) return Optional.empty();
        try {
            return Optional.of(make(link, String.valueOf(use), use + "/" + unique.get(), making));
        } catch (CheckoutRefused e) {
            if (e.kind() == CheckoutRefused.Kind.ORDER_TAKEN) return Optional.empty();
            throw e;
        }
    }

    private Optional<Payment> latest(OfOrder order) {
        return order.ids().stream().findFirst().flatMap(payments::find);
    }

    private Payment make(PaymentLink link, String use, String key, Making making) {
        return checkout.checkout(
                link.merchantId(),
                making.terminalId(),
                link.id() + "/" + key,
                link.order(use),
                making.source(),
                making.terms(),
                making.addresses());
    }
}
