package dev.seqrpay.simulation.door;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Cancellation;
import dev.seqrpay.payment.Capture;
import dev.seqrpay.payment.Checkout;
import dev.seqrpay.payment.Ids;
import dev.seqrpay.payment.Notifications;
import dev.seqrpay.payment.OrderUpdate;
import dev.seqrpay.payment.OrphanInvoices;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.ReceiptHandover;
import dev.seqrpay.payment.Refunds;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.payment.Settlement;
import dev.seqrpay.payment.StatusLookup;
import dev.seqrpay.payment.Sweep;
import dev.seqrpay.payment.Watch;
import dev.seqrpay.simulation.engine.Running;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** The real use cases, wired as {@code wiring.Wiring} wires them, around ports that can be held up. */
public record UseCases(
        Checkout checkout,
        StatusLookup statusLookup,
        Cancellation cancellation,
        OrderUpdate orderUpdate,
        Capture capture,
        Refunds refunds,
        Notifications notifications,
        Sweep sweep,
        Watch watch) {

    private static final String NOTIFICATIONS = "https://pay.example/notifications/";

    public static final Ids IDS = new Ids() {
        @Override
        public String payment(String merchantId, String key) {
            return "pay_" + key;
        }

        @Override
        public String refund(String paymentId, String key) {
            return "ref_" + paymentId + "_" + key;
        }
    };

    public static final Addresses ADDRESSES = new Addresses() {
        @Override
        public String notification(String paymentId) {
            return NOTIFICATIONS + paymentId;
        }

        @Override
        public String view(String paymentId) {
            return "https://pay.example/pay/" + paymentId;
        }
    };

    public static UseCases around(
            PaymentStore table,
            SeqrGateway seqr,
            Reminders reminders,
            Running running,
            Duration life,
            BiConsumer<String, RuntimeException> failures) {
        Settlement settlement = new Settlement(table, seqr, running);
        Cancellation cancellation = new Cancellation(table, seqr, settlement, running);
        Capture capture = new Capture(table, seqr, settlement, reminders, running);
        Refunds refunds = new Refunds(table, seqr, IDS, running);
        return new UseCases(
                new Checkout(table, seqr, reminders, cancellation, IDS, running, life),
                new StatusLookup(table, settlement, cancellation, running),
                cancellation,
                new OrderUpdate(table, seqr, settlement, running),
                capture,
                refunds,
                new Notifications(settlement, reminders, running, running::sleep, failures),
                new Sweep(table, settlement, cancellation, capture, refunds, running, UseCases::oneByOne, failures),
                new Watch(
                        settlement,
                        new OrphanInvoices(table, seqr, reminders),
                        new ReceiptHandover(table, seqr, reminders, paid -> new byte[0], failures),
                        reminders,
                        running,
                        failures));
    }

    private static <T, R> List<R> oneByOne(List<T> items, java.util.function.Function<T, R> work) {
        return items.stream().map(work).toList();
    }
}
