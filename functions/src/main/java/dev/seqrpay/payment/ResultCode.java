package dev.seqrpay.payment;

import static dev.seqrpay.payment.ResultCode.Fault.CALLERS;
import static dev.seqrpay.payment.ResultCode.Fault.NOBODYS;
import static dev.seqrpay.payment.ResultCode.Fault.OURS;
import static dev.seqrpay.payment.ResultCode.Fault.THEIRS;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every result code of the contract ("Result codes"): whose fault it is, and whether the same call may succeed later. */
public enum ResultCode {
    SUCCESS(0, NOBODYS, false),
    PENDING_APPROVAL(1, THEIRS, true),
    REPORT_NOT_READY(2, NOBODYS, true),
    REJECTED_BUSINESS_LOGIC(10, CALLERS, false),
    REJECTED_AMOUNT(11, CALLERS, false),
    REJECTED_PAYMENT(12, CALLERS, false),
    REJECTED_TOPUP(13, CALLERS, false),
    AUTHENTICATION_FAILED(20, OURS, false),
    ACCESS_DENIED(21, OURS, false),
    INVALID_NEW_PASSWORD(22, OURS, false),
    INVALID_ERS_REFERENCE(23, OURS, false),
    INVALID_INITIATOR_PRINCIPAL_ID(29, OURS, false),
    INVALID_RECEIVER_PRINCIPAL_ID(30, OURS, false),
    INVALID_SENDER_PRINCIPAL_ID(31, OURS, false),
    INVALID_TOPUP_PRINCIPAL_ID(32, OURS, false),
    INVALID_INITIATOR_PRINCIPAL_STATE(33, OURS, false),
    INVALID_RECEIVER_PRINCIPAL_STATE(34, OURS, false),
    INVALID_SENDER_PRINCIPAL_STATE(35, OURS, false),
    INVALID_TOPUP_PRINCIPAL_STATE(36, OURS, false),
    INITIATOR_PRINCIPAL_NOT_FOUND(37, OURS, false),
    RECEIVER_PRINCIPAL_NOT_FOUND(38, OURS, false),
    SENDER_PRINCIPAL_NOT_FOUND(39, OURS, false),
    TOPUP_PRINCIPAL_NOT_FOUND(40, OURS, false),
    INVALID_PRODUCT(41, OURS, false),
    INVALID_RECEIVER_ACCOUNT_TYPE(42, OURS, false),
    INVALID_SENDER_ACCOUNT_TYPE(43, OURS, false),
    INVALID_TOPUP_ACCOUNT_TYPE(44, OURS, false),
    RECEIVER_ACCOUNT_NOT_FOUND(45, OURS, false),
    SENDER_ACCOUNT_NOT_FOUND(46, OURS, false),
    TOPUP_ACCOUNT_NOT_FOUND(47, OURS, false),
    PAYMENT_IN_PROGRESS(48, NOBODYS, true),
    INVALID_INVOICE_DATA(49, CALLERS, false),
    CANNOT_CANCEL_PAID_INVOICE(50, NOBODYS, false),
    CANNOT_CANCEL_INVOICE_IN_PROGRESS(51, NOBODYS, true),
    INVALID_CUSTOMER(52, CALLERS, false),
    INVALID_SEQR_ID(53, CALLERS, false),
    INVALID_INVOICE_REFERENCE(54, OURS, false),
    PAYMENT_ALREADY_CANCELLED(55, NOBODYS, false),
    REGISTRATION_NOT_POSSIBLE(56, CALLERS, false),
    REGISTRATION_PRINCIPAL_ALREADY_EXISTS(57, CALLERS, false),
    PAYMENT_EXPIRED(58, NOBODYS, false),
    AUTHORIZATION_EXPIRED(60, NOBODYS, false),
    AUTHORIZATION_CANCELLED(61, NOBODYS, false),
    AUTHORIZATION_IN_PROGRESS(62, NOBODYS, true),
    INVALID_AUTHORIZATION_REFERENCE(63, OURS, false),
    INVALID_NOTIFICATION_URL(64, OURS, false),
    SYSTEM_ERROR(90, THEIRS, true),
    UNSUPPORTED_OPERATION(91, OURS, false),
    LICENSE_REJECTION(92, THEIRS, false),
    SYSTEM_BUSY(93, THEIRS, true),
    SERVICE_UNAVAILABLE(94, THEIRS, true),
    INVOICE_ALREADY_CANCELED(95, NOBODYS, false),
    INVOICE_STATE_NOT_RESERVED(96, CALLERS, false),
    RESELLER_NOT_ALLOWED_TO_DO_REFUND(97, OURS, false),
    SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION(98, CALLERS, false),
    RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS(99, CALLERS, false);

    /** Who has to change something before the call can succeed. */
    public enum Fault {
        /** This deployment: its credentials, its addresses, its code. */
        OURS,
        /** SEQR. */
        THEIRS,
        /** The shop: what it asked for. */
        CALLERS,
        /** The payment has simply moved on. */
        NOBODYS
    }

    private static final Map<Integer, ResultCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ResultCode::code, Function.identity()));

    private final int code;
    private final Fault fault;
    private final boolean worthRetrying;

    ResultCode(int code, Fault fault, boolean worthRetrying) {
        this.code = code;
        this.fault = fault;
        this.worthRetrying = worthRetrying;
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

    public boolean worthRetrying() {
        return worthRetrying;
    }

    /** SEQR answers so whatever payment it is asked about: it is in trouble itself, or does not accept us as its terminal. */
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
     * SEQR promises to have done nothing. What failed inside SEQR, or waits there for somebody's approval, promises nothing; a
     * SEQR that is too busy has not even begun.
     */
    public boolean isRefusal() {
        return switch (this) {
            case SUCCESS, PENDING_APPROVAL, SYSTEM_ERROR, SERVICE_UNAVAILABLE -> false;
            default -> true;
        };
    }
}
