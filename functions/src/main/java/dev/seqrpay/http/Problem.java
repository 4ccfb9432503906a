package dev.seqrpay.http;

import dev.seqrpay.payment.CaptureRefused;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.OrderUpdate;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundRefused;
import dev.seqrpay.payment.ResolutionRefused;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.UpdateRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer that is an error, as {@code application/problem+json} (RFC 9457). */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final String SEQR_CODE = "seqrResultCode";

    private final int status;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
    }

    /** One field of a request and what is wrong with it. */
    record FieldError(String field, String reason) {
        Map<String, String> json() {
            return Map.of("field", field, "reason", reason);
        }
    }

    static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        return new Problem(400, "Invalid request", first.field() + " " + first.reason())
                .with("errors", errors.stream().map(FieldError::json).toList());
    }

    static Problem invalid(String field, String reason) {
        return invalid(List.of(new FieldError(field, reason)));
    }

    /** Also for a payment that belongs to another shop: the two cases look the same. */
    public static Problem notFound() {
        return new Problem(404, "Not found", "There is nothing at this address.");
    }

    public static Problem of(CheckoutRefused refused) {
        return switch (refused.kind()) {
            case KEY_REUSED ->
                new Problem(
                        422,
                        "Idempotency-Key reused",
                        "The Idempotency-Key was used for another order. Take a new one for each order.");
            case IN_PROGRESS ->
                new Problem(
                                409,
                                "In progress",
                                "A checkout with this Idempotency-Key is under way."
                                        + " Ask again with the same key in a moment.")
                        .header("retry-after", "2");
            case EXPIRY -> invalid("expiresAt", "must be 2 minutes to 24 hours from now");
            case ORDER_TAKEN -> orderTaken(Objects.requireNonNull(refused.payment()));
            case REPLACING ->
                new Problem(
                                409,
                                "Payment being replaced",
                                "The order's payment "
                                        + Objects.requireNonNull(refused.payment())
                                                .id() + " is being cancelled, and SEQR"
                                        + " cannot say yet how it ends. Ask again with the same key in a moment.")
                        .header("retry-after", "2");
            case TOO_MANY_PAYMENTS ->
                new Problem(
                        409,
                        "Too many payments",
                        "The order has had more than " + PaymentStore.OfOrder.MOST + " payments. Give each order"
                                + " a number of its own, or say \"openPayment\": \"alongside\".");
            case INVOICE_REFUSED ->
                new Problem(
                                422,
                                "Refused by SEQR",
                                "SEQR refused the invoice. Correct the order and take a new Idempotency-Key.")
                        .with(SEQR_CODE, refused.code());
            case SEQR_UNAVAILABLE ->
                new Problem(
                                503,
                                "SEQR unavailable",
                                "SEQR did not issue the invoice. Ask again with the same Idempotency-Key.")
                        .with(SEQR_CODE, refused.code())
                        .header("retry-after", "2");
        };
    }

    public static Problem of(UpdateRefused refused) {
        return switch (refused.kind()) {
            case NOT_WAITING ->
                new Problem(
                        409,
                        "Payment does not wait",
                        "The payment is " + refused.payment().state() + ": only one that is ISSUED or RESERVED can be"
                                + " changed.");
            case OTHER_TOKENS ->
                new Problem(
                        409,
                        "Other customer tokens",
                        "The payer's app waits for an answer to each of the payment's customerTokens. Name each of them"
                                + " once, and no other.");
            case OTHER_CURRENCY -> invalid("totalAmount.currency", "must be that of the payment");
            case TOO_MANY_ROWS ->
                new Problem(
                        409,
                        "Too many rows",
                        "The rows of the order and all that it had before are more than " + OrderUpdate.MAX_ROWS
                                + ". Make another payment in its place: \"openPayment\": \"replace\".");
            case REFUSED_BY_SEQR ->
                new Problem(422, "Refused by SEQR", "SEQR refuses the change, and the order is what it was.")
                        .with(SEQR_CODE, refused.code());
            case SEQR_UNAVAILABLE ->
                new Problem(
                                503,
                                "SEQR unavailable",
                                "SEQR does not say that it has the change, and the shopper may pay either total."
                                        + " Make the same call again in a moment.")
                        .with(SEQR_CODE, refused.code())
                        .header("retry-after", "2");
        };
    }

    public static Problem of(CaptureRefused refused) {
        State state = refused.payment().state();
        if (refused.refusal().isEmpty())
            return new Problem(409, "Nothing to capture", "The payment is " + state + ", and not RESERVED.");
        SeqrException refusal = refused.refusal().get();
        return refusal.isAboutThisRequest()
                ? new Problem(422, "Refused by SEQR", "SEQR did not take what it holds. The payment is RESERVED.")
                        .with(SEQR_CODE, refusal.code())
                : of(refusal);
    }

    private static Problem orderTaken(Payment payment) {
        boolean open = !payment.holdsItsOrder();
        String more =
                open ? " Show that one, or say what you want by \"openPayment\": \"replace\" or \"alongside\"." : "";
        return new Problem(
                409,
                open
                        ? "Order has an open payment"
                        : payment.state().isReserved() ? "Order has a reserved payment" : "Order is paid",
                "The order has the payment " + payment.id() + ", which is " + payment.state() + "." + more);
    }

    public static Problem of(RefundRefused refused) {
        return new Problem(409, "Refund refused", String.valueOf(refused.getMessage()));
    }

    static Problem of(ResolutionRefused refused) {
        return new Problem(409, "Not decided", String.valueOf(refused.getMessage()));
    }

    public static Problem notDone(Refund refund) {
        return new Problem(
                        503,
                        "SEQR unavailable",
                        "SEQR has given nothing back. Ask again with the same Idempotency-Key in a moment.")
                .with(SEQR_CODE, refund.code())
                .header("retry-after", "2");
    }

    /** The write may have been stored: only the same call again finds out. */
    static Problem storageUnavailable() {
        return new Problem(
                        503,
                        "Storage unavailable",
                        "It is not known what was stored. Make the same call again in a moment.")
                .header("retry-after", "2");
    }

    public static Problem of(SeqrException failure) {
        return new Problem(503, "SEQR unavailable", "SEQR gave no usable answer. Ask again in a moment.")
                .with(SEQR_CODE, failure.code())
                .header("retry-after", "2");
    }

    public Problem with(String member, @Nullable Object value) {
        if (value != null && !"".equals(value)) members.put(member, value);
        return this;
    }

    /** For shoppers, who do not know SEQR's codes. */
    Problem withoutCodes() {
        members.remove(SEQR_CODE);
        return this;
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Response response() {
        return Response.of(status, "application/problem+json", Json.write(members))
                .with(headers);
    }
}
