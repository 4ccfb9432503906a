package dev.seqrpay.simulation;

import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** One purchase: the webshop that asks for a payment until it has an answer, and all those who come with it. */
final class Customer {
    private static final List<String> CURRENCIES = List.of("SEK", "SEK", "SEK", "EUR", "NOK");

    final World world;
    final PaymentPlan plan;
    private final Dice dice;
    private final Wallet wallet;
    private final Postman postman;
    private final Refunder refunder;
    private final List<Browser> browsers = new ArrayList<>();
    private int checkouts;
    private final Rivals rivals;
    private boolean answered;
    private boolean taken;

    Customer(World world, PaymentPlan plan) {
        this.world = world;
        this.plan = plan;
        this.dice = Dice.of(plan.number(), plan.checkoutAt());
        this.wallet = new Wallet(this);
        this.postman = new Postman(this);
        this.refunder = new Refunder(this);
        this.rivals = new Rivals(this);
    }

    int number() {
        return plan.number();
    }

    /** @return null while nobody outside knows it */
    String id() {
        return world.doors().id(this);
    }

    String shop() {
        return Shops.IDS.get(plan.order() % Shops.IDS.size());
    }

    Currency currency() {
        return Money.currency(CURRENCIES.get(number() % CURRENCIES.size()));
    }

    String orderId() {
        return "order-" + plan.order();
    }

    /** Of the many payments that an order may have, it tells which is this one. */
    String title() {
        return "Cart " + number();
    }

    Liar.Lie lie() {
        return plan.lie();
    }

    Wallet wallet() {
        return wallet;
    }

    Rivals rivals() {
        return rivals;
    }

    boolean isAnswered() {
        return answered;
    }

    int notifications() {
        return postman.delivered();
    }

    void begin() {
        world.time.at(plan.checkoutAt(), this::checkout);
        if (plan.checkoutTwice()) world.time.at(plan.checkoutAt() + dice.spread(1, Time.SECOND), this::checkout);
        int number = 0;
        for (long after : plan.cancels()) {
            int cancel = number++;
            world.time.at(plan.checkoutAt() + after, () -> cancel(cancel));
        }
        postman.begin();
    }

    private void checkout() {
        rivals.begin();
        world.invoke(
                Function.CHECKOUT,
                number(),
                checkouts++,
                () -> world.doors().checkOut(this, plan.amount()),
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
        else if (failure instanceof OrderRefused refused && refused.isBySeqr) answered = true;
        else if (failure instanceof OrderTaken refused) taken(refused);
        else if (!answered) world.time.after(dice.between(1, 5) * Time.SECOND, this::checkout);
    }

    /** The shop goes on with the other payment of the order. */
    private void taken(OrderTaken refused) {
        world.checks.taken(this, refused);
        taken |= !answered;
        answered = true;
    }

    /** No payment was made, for the order had another one. */
    boolean isTaken() {
        return taken;
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
        if (life.toNanos() / 1000 != world.weather.life)
            throw new Violation("15", id() + " lives " + life + ", which is not what was said");
    }

    /** The key belongs to one order. */
    private void reuse() {
        world.invoke(
                Function.CHECKOUT,
                number(),
                checkouts++,
                () -> world.doors().checkOut(this, plan.amount() + 1),
                (result, failure) -> {
                    if (failure == null) throw new Violation("4", id() + ": its key was taken for another order");
                });
    }

    /** With what they were told before: the shop asks with the same keys, the shopper opens the receipt. */
    void comeBack() {
        if (!answered || taken || world.row(id()) == null) return;
        world.invoke(
                Function.CHECKOUT,
                number(),
                checkouts++,
                () -> world.doors().checkOut(this, plan.amount()),
                (result, failure) -> foundAgain(result, failure));
        if (!browsers.isEmpty()) new Browser(this, plan.tabs() + 1).look();
        refunder.again();
    }

    private void foundAgain(Object result, RuntimeException failure) {
        boolean isLost = failure instanceof OrderTaken || failure instanceof OrderRefused refused && !refused.isBySeqr;
        if (isLost) throw new Violation("21", id() + " is not found again by its key: " + failure.getMessage());
        if (failure == null) world.checks.shown((Payment) result);
    }

    Invoice order(long minor) {
        Money total = new Money(currency(), minor);
        Invoice.Row row = new Invoice.Row("Thing", BigDecimal.ONE, total, null, null, null, null, null, null);
        return new Invoice(orderId(), title(), List.of(row), total, null, null, null, null, null);
    }

    /** The shop, and each second time the shopper who sees the page. */
    private void cancel(int number) {
        if (id() == null) return;
        boolean byShopper = (number + plan.number()) % 2 > 0 && !browsers.isEmpty();
        Reason reason = byShopper ? Reason.CANCELED_BY_PAYER : Reason.CANCELED_BY_SHOP;
        world.checks.wish(id(), reason);
        world.invoke(
                Function.CANCEL,
                number(),
                number,
                () -> world.doors().cancel(this, reason),
                (result, failure) -> canceled(result));
    }

    private void canceled(Object result) {
        if (result instanceof Optional<?> maybe) maybe.ifPresent(row -> world.checks.canceled((Payment) row));
    }

    /** Whoever is told of the payment sees this; the first to see a code goes on from there. */
    void shown(Payment row) {
        world.checks.shown(row);
        if (row.qrCode() == null || !browsers.isEmpty()) return;
        for (int tab = 0; tab < plan.tabs(); tab++) {
            Browser browser = new Browser(this, tab);
            browsers.add(browser);
            browser.open();
        }
        wallet.sees(row);
    }

    /** Neither a wish nor the end of its time kept the payer from it. */
    boolean wouldHavePaid() {
        return wallet.confirmedAt() >= 0
                || plan.payer().wantsToPay()
                        && !wallet.isRefused()
                        && !isTaken()
                        && !world.checks.isWishedAway(id())
                        && !world.checks.isWishedAway(title());
    }

    void closeBrowsers() {
        browsers.forEach(Browser::close);
    }

    /** SEQR has the money, and says so. */
    void paid(String notificationUrl) {
        postman.paid(notificationUrl);
        refunder.paid();
        if (plan.receiptPage() && !plan.browserGone()) new Browser(this, plan.tabs()).look();
    }
}
