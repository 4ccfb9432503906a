package dev.seqrpay.e2e.crash;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import dev.seqrpay.wiring.Wiring;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Our books against SEQR's: what must hold after two sweeps, at each call where the process may be killed. */
final class BooksCheck {
    private static final Set<State> DECIDED = EnumSet.of(State.PAID, State.CANCELED, State.FAILED);

    private final List<Map<String, Object>> invoices;
    private final Map<String, List<Map<String, AttributeValue>>> items;
    private final PaymentStore store;
    /** The order, whose number says what was killed. */
    private String about;

    /** @param invoices all that SEQR has, of this deployment's orders and of others */
    BooksCheck(CrashDeployment deployment, List<Map<String, Object>> invoices) {
        this.invoices = invoices.stream()
                .filter(invoice -> invoice.get("clientInvoiceId").toString().startsWith(deployment.orders()))
                .toList();
        this.items = new TableScan(deployment.environment())
                .items().stream().collect(groupingBy(item -> item.get("pk").s()));
        this.store = new Wiring(deployment.environment(), line -> {}).payments();
    }

    void check() {
        List<String> references = new ArrayList<>();
        items.forEach((key, group) -> {
            if (key.startsWith("DLV#")) return;
            assertThat(group)
                    .as(key + " due")
                    .extracting(item -> item.get("gsk"))
                    .containsOnlyNulls();
            if (!key.startsWith("PAY#")) return;
            Payment payment = store.find(key.substring("PAY#".length())).orElseThrow();
            if (payment.reference() != null) references.add(payment.reference());
            about = payment.invoice().orderId();
            payment(payment, group);
        });
        invoices.stream()
                .filter(invoice -> !references.contains(invoice.get("reference")))
                .forEach(this::orphan);
        events();
    }

    /** What is in an outbox is in the feed once, at a position of its own, with its delivery, and the feed has no gap. */
    private void events() {
        List<String> told = items.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.get("sk").s().startsWith("OB#"))
                .map(item -> "%012d".formatted(Long.parseLong(item.get("n").n())))
                .sorted()
                .toList();
        List<String> positions = IntStream.rangeClosed(1, told.size())
                .mapToObj("%012d"::formatted)
                .toList();
        assertThat(told).as("outbox").isEqualTo(positions);
        if (told.isEmpty()) return;
        assertThat(numbers(items.get("FEED#shop"), "0")).as("feed").hasSameSizeAs(positions);
        assertThat(numbers(items.get("DLV#we_shop_" + "a".repeat(26)), "0"))
                .as("deliveries")
                .hasSameSizeAs(positions);
    }

    private void payment(Payment payment, List<Map<String, AttributeValue>> group) {
        if (!isHeardTooLate(payment)) {
            assertThat(payment.state()).as(about).isIn(DECIDED);
            money(payment);
        }
        refunds(payment);
        history(payment, store.history(payment.id()));
        List<String> versions = IntStream.rangeClosed(1, payment.version())
                .mapToObj("%06d"::formatted)
                .toList();
        assertThat(numbers(group, "EV#")).as(about + ": history").containsExactlyElementsOf(versions);
        assertThat(numbers(group, "OB#")).as(about + ": outbox").containsAll(ends(store.history(payment.id())));
        guard("REF#" + payment.terminalId() + "#", payment.reference());
        guard("ERS#", payment.ersReference());
    }

    /** What the shop has to be told at least; a refund that was settled or refused comes to it. */
    private static List<String> ends(List<HistoryEntry> history) {
        return history.stream()
                .filter(event -> event.from() != event.to() && event.to().isFinal())
                .map(event -> "%06d".formatted(event.version()))
                .toList();
    }

    /**
     * The only answer in time was killed with its function, and the next one came when SEQR may have reversed the payment:
     * on a machine that is slow enough a person decides, for SEQR's word does not.
     */
    private static boolean isHeardTooLate(Payment payment) {
        return payment.state() == State.REVIEW && payment.reason() == Reason.HEARD_TOO_LATE;
    }

    /** Paid here is paid there, and neither anywhere else. */
    private void money(Payment payment) {
        if (payment.reference() == null) {
            assertThat(payment.state()).as(about + ": not at SEQR").isNotEqualTo(State.PAID);
            return;
        }
        Map<String, Object> invoice = invoice(payment.reference());
        boolean paidThere =
                invoice.get("status").equals("PAID") && invoice.get("reversed").equals(false);
        assertThat(payment.state() == State.PAID)
                .as("%s: paid; SEQR has %s, here is %s", about, invoice, store.history(payment.id()))
                .isEqualTo(paidThere);
    }

    private Map<String, Object> invoice(String reference) {
        return invoices.stream()
                .filter(invoice -> invoice.get("reference").equals(reference))
                .findFirst()
                .orElseThrow(() -> new AssertionError(about + ": SEQR does not list " + reference));
    }

    private void refunds(Payment payment) {
        List<Refund> refunds = store.refunds(payment.id());
        assertThat(refunds).as(about).noneMatch(refund -> refund.state() == Refund.State.REQUESTED);
        assertThat(sum(refunds, Refund.State.SETTLED))
                .isEqualTo(payment.refunded().minor());
        assertThat(sum(refunds, Refund.State.UNKNOWN))
                .isEqualTo(payment.reserved().minor());
        long given = invoices.stream()
                .filter(invoice -> invoice.get("reference").equals(payment.reference()))
                .mapToLong(invoice -> new BigDecimal((String) invoice.get("refunded"))
                        .movePointRight(2)
                        .longValueExact())
                .sum();
        long settled = payment.refunded().minor();
        assertThat(given)
                .as(about + ": given back")
                .isBetween(settled, settled + payment.reserved().minor());
        assertThat(payment.refundable().minor()).as(about + ": left").isNotNegative();
    }

    private static long sum(List<Refund> refunds, Refund.State state) {
        return refunds.stream()
                .filter(refund -> refund.state() == state)
                .mapToLong(refund -> refund.amount().minor())
                .sum();
    }

    /** Each line begins where the one before ended, and the last one ends at the state. */
    private void history(Payment payment, List<HistoryEntry> events) {
        State state = null;
        for (HistoryEntry event : events) {
            assertThat(event.from()).as(about + ": history").isEqualTo(state);
            state = event.to();
        }
        assertThat(state).as(about + ": history").isEqualTo(payment.state());
    }

    private void guard(String prefix, String reference) {
        if (reference != null) assertThat(items).as(about + ": guard").containsKey(prefix + reference);
    }

    /** Asking about it would have captured it. No payer has seen it, so none can have paid it. */
    private void orphan(Map<String, Object> invoice) {
        assertThat(invoice).as("orphan").containsEntry("statusCalls", 0).doesNotContainKey("paid");
    }

    private static Set<String> numbers(List<Map<String, AttributeValue>> group, String prefix) {
        Set<String> numbers = new TreeSet<>();
        for (Map<String, AttributeValue> item : group)
            if (item.get("sk").s().startsWith(prefix))
                numbers.add(item.get("sk").s().substring(prefix.length()));
        return numbers;
    }
}
