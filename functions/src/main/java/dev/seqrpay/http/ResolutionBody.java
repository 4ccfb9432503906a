package dev.seqrpay.http;

import dev.seqrpay.payment.Decision;
import dev.seqrpay.payment.Resolution.Found;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision about a payment in review, or about a refund whose outcome is unknown.
 *
 * @param ersReference SEQR's reference of a refund, or {@code null}
 */
public record ResolutionBody<T>(
        T found, Decision decision, @Nullable String ersReference) {
    private static final Map<String, Found> FOUND =
            Map.of("paid", Found.PAID, "not_paid", Found.NOT_PAID, "paid_back", Found.PAID_BACK);
    private static final Map<String, Boolean> GIVEN_BACK = Map.of("settled", true, "not_given", false);

    public static ResolutionBody<Found> ofPayment(byte[] body) {
        return read(new Fields(body).allow(Set.of("found", "by", "why")), FOUND);
    }

    public static ResolutionBody<Boolean> ofRefund(byte[] body) {
        return read(new Fields(body).allow(Set.of("found", "by", "why", "ersReference")), GIVEN_BACK);
    }

    private static <T> ResolutionBody<T> read(Fields fields, Map<String, T> words) {
        T found = fields.need("found", fields.choice("found", words));
        String by = fields.need("by", fields.text("by", 100));
        String why = fields.need("why", fields.text("why", 500));
        String ersReference = fields.text("ersReference", 64);
        return new ResolutionBody<>(
                fields.rightOf(found), new Decision(fields.rightOf(by), fields.rightOf(why)), ersReference);
    }
}
