package dev.seqrpay.seqr;

import dev.seqrpay.payment.Payment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears of every call to SEQR once it has ended. It never gets a body, because bodies hold the password. */
@FunctionalInterface
public interface CallListener {

    /**
     * @param payment {@code null} if the call is about none
     * @param code SEQR's result code, {@code null} if there was no readable answer
     * @param status SEQR's word for the invoice, if that was asked for
     */
    void called(
            String operation,
            @Nullable Payment payment,
            @Nullable Integer code,
            @Nullable String status,
            Duration took);
}
