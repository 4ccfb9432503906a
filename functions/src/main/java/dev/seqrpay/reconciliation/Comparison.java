package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One payment of ours beside what a report shows under its references. */
final class Comparison {
    private final BookedPayment ours;
    private final Shown payment = new Shown();
    private final List<Shown> refunds = new ArrayList<>();
    private final boolean reportShowsRefunds;
    private final Consumer<Difference> differences;
    private int agreed;

    Comparison(BookedPayment ours, boolean reportShowsRefunds, Consumer<Difference> differences) {
        this.ours = ours;
        this.reportShowsRefunds = reportShowsRefunds;
        this.differences = differences;
        for (int i = 0; i < ours.refunds().size(); i++) refunds.add(new Shown());
    }

    Shown payment() {
        return payment;
    }

    Shown refund(int index) {
        return refunds.get(index);
    }

    /** @return how much of it agrees: the payment and each refund count one */
    int judge() {
        judgePayment();
        List<BookedRefund> notByName = new ArrayList<>();
        for (int i = 0; i < refunds.size(); i++) {
            BookedRefund refund = ours.refunds().get(i);
            Shown shown = refunds.get(i);
            if (shown.hasReturns() || shown.hasSales()) judgeRefund(refund, shown);
            else notByName.add(refund);
        }
        judgeRefundsOfPayment(notByName);
        return agreed;
    }

    private void judgePayment() {
        Money paid = ours.paid();
        if (paid == null) {
            if (payment.hasSales()) tell(Difference.Kind.OTHER_PERIOD, null, null, payment.sold());
        } else if (!payment.hasSales()) tell(Difference.Kind.MISSING_PAYMENT, null, paid, null);
        else if (payment.sold() == paid.minor()) agreed++;
        else if (payment.isSoldTwice(paid.minor())) tell(Difference.Kind.DOUBLED, null, paid, payment.sold());
        else tell(Difference.Kind.OTHER_AMOUNT, null, paid, payment.sold());
    }

    private void judgeRefund(BookedRefund refund, Shown shown) {
        if (-shown.net() == refund.amount().minor()) agreed++;
        else
            tell(
                    shown.isGivenBackTwice(refund.amount().minor())
                            ? Difference.Kind.DOUBLED
                            : Difference.Kind.OTHER_REFUND_AMOUNT,
                    refund,
                    refund.amount(),
                    -shown.net());
    }

    /** Those that the report shows under the payment's reference, if anywhere. */
    private void judgeRefundsOfPayment(List<BookedRefund> notByName) {
        long sum =
                notByName.stream().mapToLong(refund -> refund.amount().minor()).sum();
        if (payment.givenBack() == sum) agreed += notByName.size();
        else if (notByName.isEmpty()) tell(Difference.Kind.UNKNOWN_REFUND, null, null, payment.givenBack());
        else if (payment.hasReturns())
            tell(
                    Difference.Kind.OTHER_REFUND_AMOUNT,
                    notByName.size() == 1 ? notByName.get(0) : null,
                    new Money(notByName.get(0).amount().currency(), sum),
                    payment.givenBack());
        else if (reportShowsRefunds)
            for (BookedRefund refund : notByName) tell(Difference.Kind.MISSING_REFUND, refund, refund.amount(), null);
    }

    private void tell(
            Difference.Kind kind, @Nullable BookedRefund refund, @Nullable Money money, @Nullable Long reported) {
        differences.accept(new Difference(
                kind,
                ours.paymentId(),
                refund == null ? null : refund.refundId(),
                Optional.ofNullable(refund).map(BookedRefund::ersReference).orElse(ours.ersReference()),
                money,
                reported == null ? null : BigDecimal.valueOf(reported, 2)));
    }
}
