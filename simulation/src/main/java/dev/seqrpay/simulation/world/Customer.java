package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.check.Lie;
import dev.seqrpay.simulation.check.Witness;
import dev.seqrpay.simulation.door.OrderRefused;
import dev.seqrpay.simulation.door.OrderTaken;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.port.Shops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One purchase: the webshop that asks for a payment until it has an answer, and all those who come with it. */
final class Customer implements Witness {
    private static final List<String> CURRENCIES = List.of("SEK", "SEK", "SEK", "EUR", "NOK");

    private final Surroundings around;
    private final PaymentPlan plan;
    private final Cart cart;
    private final Dice dice;
    private final Wallet wallet;
    private final Postman postman;
    private final Refunder refunder;
    private final Capturer capturer;
    private final Club club;
    private final List<Browser> browsers = new ArrayList<>();
    private final Rivals rivals;
    private int checkouts;
    private boolean answered;
    private boolean taken;

    /** @param ofTheOrder the carts that the customer's order has so far, and this one from now on */
    Customer(Surroundings around, PaymentPlan plan, List<Rivals> ofTheOrder) {
        this.around = around;
        this.plan = plan;
        this.cart = cart(plan);
        this.dice = Dice.of(plan.number(), plan.checkoutAt());
        this.capturer = new Capturer(around, plan, cart);
        this.club = new Club(around, plan, cart);
        this.wallet = new Wallet(around, plan, this::closeBrowsers, this::refusedByThePhone, capturer::confirmed);
        this.postman = new Postman(around, plan, cart);
        this.refunder = new Refunder(around, plan, cart);
        this.rivals = new Rivals(around.checks(), cart, ofTheOrder);
    }

    int number() {
        return plan.number();
    }

    private static Cart cart(PaymentPlan plan) {
        return new Cart(
                plan.number(),
                Shops.IDS.get(plan.order() % Shops.IDS.size()),
                "order-" + plan.order(),
                Money.currency(CURRENCIES.get(plan.number() % CURRENCIES.size())),
                plan.openPayment(),
                plan.holdSeconds(),
                plan.loyalty().mode());
    }

    @Override
    public String id() {
        return around.doors().id(cart);
    }

    @Override
    public Lie lie() {
        return plan.lie();
    }

    @Override
    public boolean isAnswered() {
        return answered;
    }

    @Override
    public boolean isTaken() {
        return taken;
    }

    @Override
    public int notifications() {
        return postman.delivered();
    }

    @Override
    public long checkoutAt() {
        return plan.checkoutAt();
    }

    @Override
    public long confirmedAt() {
        return wallet.confirmedAt();
    }

    @Override
    public boolean isReserving() {
        return plan.holdSeconds() > 0;
    }

    @Override
    public long capturedAt() {
        return capturer.firstAt();
    }

    @Override
    public long waitedSince() {
        return wallet.waitedSince();
    }

    @Override
    public long waitedFor() {
        return wallet.waitedFor();
    }

    @Override
    public String reference() {
        return wallet.reference();
    }

    void begin() {
        around.time().at(plan.checkoutAt(), this::checkout);
        if (plan.checkoutTwice()) around.time().at(plan.checkoutAt() + dice.spread(1, Time.SECOND), this::checkout);
        int number = 0;
        for (long after : plan.cancels()) {
            int cancel = number++;
            around.time().at(plan.checkoutAt() + after, () -> cancel(cancel));
        }
        int change = 0;
        for (long after : plan.updates()) {
            int update = change++;
            around.time().at(plan.checkoutAt() + after, () -> update(update));
        }
        postman.begin();
    }

    /** The shop changes the order, whether or not the payer has scanned the code. */
    private void update(int number) {
        if (!answered || taken || around.checks().payments().get(id()) == null) return;
        long minor = plan.changed(number);
        around.invoke(
                Function.UPDATE, cart.number(), number, () -> around.doors().update(cart, minor), (result, failure) -> {
                    if (failure == null) around.checks().changed(id());
                });
    }

    private void checkout() {
        rivals.begin();
        around.invoke(
                Function.CHECKOUT,
                cart.number(),
                checkouts++,
                () -> around.doors().checkOut(cart, plan.amount()),
                (result, failure) -> {
                    rivals.end();
                    checkedOut(result, failure);
                });
    }

    /** The shop asks again, with the same key, until it has an answer that is one. */
    private void checkedOut(Object result, RuntimeException failure) {
        if (failure == null) {
            answered((Payment) result);
            if (plan.otherOrder()) reuse();
        } else if (failure instanceof CheckoutRefused refused && refused.kind() == CheckoutRefused.Kind.INVOICE_REFUSED)
            answered = true;
        else if (failure instanceof OrderRefused refused && refused.isBySeqr()) answered = true;
        else if (failure instanceof OrderTaken refused) taken(refused);
        else if (!answered) around.time().after(dice.between(1, 5) * Time.SECOND, this::checkout);
    }

    /** The shop goes on with the other payment of the order. */
    private void taken(OrderTaken refused) {
        around.checks().taken(cart, refused.paymentId(), refused.state());
        taken |= !answered;
        answered = true;
    }

    /** A code to show, or an end. */
    private void answered(Payment row) {
        if (row.state() == State.CREATED) throw new Violation("14", id() + ": the shop got an answer without a code");
        answered = true;
        taken = false;
        lives(row);
        shown(row);
    }

    private void lives(Payment row) {
        Duration life = Duration.between(row.createdAt(), row.expiresAt());
        if (life.toNanos() / 1000 != around.weather().life())
            throw new Violation("15", id() + " lives " + life + ", which is not what was said");
    }

    /** The key belongs to one order. */
    private void reuse() {
        around.invoke(
                Function.CHECKOUT,
                cart.number(),
                checkouts++,
                () -> around.doors().checkOut(cart, plan.amount() + 1),
                (result, failure) -> {
                    if (failure == null) throw new Violation("4", id() + ": its key was taken for another order");
                });
    }

    /** With what they were told before: the shop asks with the same keys, the shopper opens the receipt. */
    void comeBack() {
        if (!answered || taken || around.checks().payments().get(id()) == null) return;
        around.invoke(
                Function.CHECKOUT,
                cart.number(),
                checkouts++,
                () -> around.doors().checkOut(cart, plan.amount()),
                (result, failure) -> foundAgain(result, failure));
        if (!browsers.isEmpty()) new Browser(around, cart, plan.tabs() + 1, this::shown).look();
        refunder.again();
    }

    private void foundAgain(Object result, RuntimeException failure) {
        boolean isLost =
                failure instanceof OrderTaken || failure instanceof OrderRefused refused && !refused.isBySeqr();
        if (isLost) throw new Violation("21", id() + " is not found again by its key: " + failure.getMessage());
        if (failure == null) around.checks().shown((Payment) result);
    }

    /** The shop, and each second time the shopper who sees the page. */
    private void cancel(int number) {
        if (id() == null) return;
        boolean byShopper = (number + cart.number()) % 2 > 0 && !browsers.isEmpty();
        Reason reason = byShopper ? Reason.CANCELED_BY_PAYER : Reason.CANCELED_BY_SHOP;
        around.checks().wish(id(), reason);
        around.invoke(
                Function.CANCEL,
                cart.number(),
                number,
                () -> around.doors().cancel(cart, reason),
                (result, failure) -> canceled(result));
    }

    private void canceled(Object result) {
        if (result instanceof Optional<?> maybe)
            maybe.ifPresent(row -> around.checks().canceled((Payment) row));
    }

    /** All who are told of the payment see this; the first to see a code goes on from there. */
    void shown(Payment row) {
        around.checks().shown(row);
        if (row.qrCode() == null || !browsers.isEmpty()) return;
        for (int tab = 0; tab < plan.tabs(); tab++) {
            Browser browser = new Browser(around, cart, tab, this::shown);
            browsers.add(browser);
            browser.open();
        }
        wallet.sees(row);
        club.listen();
    }

    @Override
    public boolean wouldHavePaid() {
        return wallet.confirmedAt() >= 0
                || plan.payer().wantsToPay()
                        && !wallet.isRefused()
                        && !wallet.hasGivenUpWaiting()
                        && !isTaken()
                        && !around.checks().isWishedAway(id())
                        && !around.checks().isWishedAway(cart.title());
    }

    private void closeBrowsers() {
        browsers.forEach(Browser::close);
    }

    private void refusedByThePhone() {
        around.checks().refusedByThePhone(id());
    }

    /** SEQR has the money, and says so. */
    void paid(String notificationUrl) {
        postman.paid(notificationUrl);
        refunder.paid();
        if (plan.receiptPage() && !plan.browserGone()) new Browser(around, cart, plan.tabs(), this::shown).look();
    }
}
