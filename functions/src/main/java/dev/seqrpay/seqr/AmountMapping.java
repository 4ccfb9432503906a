package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Words.required;
import static dev.seqrpay.seqr.Words.word;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.ReceiptAmount;
import dev.seqrpay.seqr.wsdl.Amount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money as SEQR writes it: a decimal value and an ISO 4217 currency. */
final class AmountMapping {
    private AmountMapping() {}

    static @Nullable Amount amount(@Nullable Money money) {
        if (money == null) return null;
        Amount amount = new Amount();
        amount.setCurrency(money.currency().getCurrencyCode());
        amount.setValue(money.decimal());
        return amount;
    }

    /** An unreadable amount is an answer too, because the payment may be paid. A person has to find out how much it was. */
    static @Nullable ReceiptAmount receiptAmount(@Nullable Amount amount) {
        if (amount == null) return null;
        try {
            BigDecimal value = required("value", amount.getValue()).stripTrailingZeros();
            return Money.of(required("currency", word(amount.getCurrency())), value.toPlainString());
        } catch (Unreadable | IllegalArgumentException e) {
            return ReceiptAmount.Unreadable.UNREADABLE;
        }
    }
}
