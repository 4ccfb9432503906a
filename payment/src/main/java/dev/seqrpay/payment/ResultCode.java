package dev.seqrpay.payment;

import static dev.seqrpay.payment.ResultCode.Fault.CALLERS;
import static dev.seqrpay.payment.ResultCode.Fault.NONE;
import static dev.seqrpay.payment.ResultCode.Fault.OURS;
import static dev.seqrpay.payment.ResultCode.Fault.THEIRS;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every result code of the contract ("Result codes"): whose fault it is, and what it says of the call. */
public enum ResultCode {
    SUCCESS(0, NONE),
    PENDING_APPROVAL(1, THEIRS),
    REPORT_NOT_READY(2, NONE),
    REJECTED_BUSINESS_LOGIC(10, CALLERS),
    REJECTED_AMOUNT(11, CALLERS),
    REJECTED_PAYMENT(12, CALLERS),
    REJECTED_TOPUP(13, CALLERS),
    AUTHENTICATION_FAILED(20, OURS),
    ACCESS_DENIED(21, OURS),
    INVALID_NEW_PASSWORD(22, OURS),
    INVALID_ERS_REFERENCE(23, OURS),
    INVALID_INITIATOR_PRINCIPAL_ID(29, OURS),
    INVALID_RECEIVER_PRINCIPAL_ID(30, OURS),
    INVALID_SENDER_PRINCIPAL_ID(31, OURS),
    INVALID_TOPUP_PRINCIPAL_ID(32, OURS),
    INVALID_INITIATOR_PRINCIPAL_STATE(33, OURS),
    INVALID_RECEIVER_PRINCIPAL_STATE(34, OURS),
    INVALID_SENDER_PRINCIPAL_STATE(35, OURS),
    INVALID_TOPUP_PRINCIPAL_STATE(36, OURS),
    INITIATOR_PRINCIPAL_NOT_FOUND(37, OURS),
    RECEIVER_PRINCIPAL_NOT_FOUND(38, OURS),
    SENDER_PRINCIPAL_NOT_FOUND(39, OURS),
    TOPUP_PRINCIPAL_NOT_FOUND(40, OURS),
    INVALID_PRODUCT(41, OURS),
    INVALID_RECEIVER_ACCOUNT_TYPE(42, OURS),
    INVALID_SENDER_ACCOUNT_TYPE(43, OURS),
    INVALID_TOPUP_ACCOUNT_TYPE(44, OURS),
    RECEIVER_ACCOUNT_NOT_FOUND(45, OURS),
    SENDER_ACCOUNT_NOT_FOUND(46, OURS),
    TOPUP_ACCOUNT_NOT_FOUND(47, OURS),
    PAYMENT_IN_PROGRESS(48, NONE),
    INVALID_INVOICE_DATA(49, CALLERS),
    CANNOT_CANCEL_PAID_INVOICE(50, NONE),
    CANNOT_CANCEL_INVOICE_IN_PROGRESS(51, NONE),
    INVALID_CUSTOMER(52, CALLERS),
    INVALID_SEQR_ID(53, CALLERS),
    INVALID_INVOICE_REFERENCE(54, OURS),
    PAYMENT_ALREADY_CANCELLED(55, NONE),
    REGISTRATION_NOT_POSSIBLE(56, CALLERS),
    REGISTRATION_PRINCIPAL_ALREADY_EXISTS(57, CALLERS),
    PAYMENT_EXPIRED(58, NONE),
    AUTHORIZATION_EXPIRED(60, NONE),
    AUTHORIZATION_CANCELLED(61, NONE),
    AUTHORIZATION_IN_PROGRESS(62, NONE),
    INVALID_AUTHORIZATION_REFERENCE(63, OURS),
    INVALID_NOTIFICATION_URL(64, OURS),
    SYSTEM_ERROR(90, THEIRS),
    UNSUPPORTED_OPERATION(91, OURS),
    LICENSE_REJECTION(92, THEIRS),
    SYSTEM_BUSY(93, THEIRS),
    SERVICE_UNAVAILABLE(94, THEIRS),
    INVOICE_ALREADY_CANCELED(95, NONE),
    INVOICE_STATE_NOT_RESERVED(96, CALLERS),
    RESELLER_NOT_ALLOWED_TO_DO_REFUND(97, OURS),
    SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION(98, CALLERS),
    RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS(99, CALLERS);

    /** Who has to change something before the call can succeed. */
    public enum Fault {
        /** This deployment: its credentials, its addresses, its code. */
        OURS,
        /** SEQR. */
        THEIRS,
        /** The shop: what it asked for. */
        CALLERS,
        /** The payment has simply moved on. */
        NONE
    }

    private static final Map<Integer, ResultCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ResultCode::code, Function.identity()));

    private final int code;
    private final Fault fault;

    ResultCode(int code, Fault fault) {
        this.code = code;
        this.fault = fault;
    }

    /** Empty for a code that the contract does not name. */
    public static Optional<ResultCode> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public int code() {
        return code;
    }

    public Fault fault() {
        return fault;
    }

    /** SEQR would answer so about any payment: it is in trouble itself, or does not accept us as its terminal. */
    public boolean isOutage() {
        return switch (this) {
            case SYSTEM_ERROR,
                    SYSTEM_BUSY,
                    SERVICE_UNAVAILABLE,
                    LICENSE_REJECTION,
                    AUTHENTICATION_FAILED,
                    ACCESS_DENIED,
                    INVALID_INITIATOR_PRINCIPAL_ID,
                    INVALID_INITIATOR_PRINCIPAL_STATE,
                    INITIATOR_PRINCIPAL_NOT_FOUND -> true;
            default -> false;
        };
    }

    /**
     * SEQR promises to have done nothing. What failed inside SEQR, or waits there for an approval, promises nothing; a
     * SEQR that is too busy has not even begun.
     */
    public boolean isRefusal() {
        return switch (this) {
            case SUCCESS, PENDING_APPROVAL, SYSTEM_ERROR, SERVICE_UNAVAILABLE -> false;
            default -> true;
        };
    }
}
