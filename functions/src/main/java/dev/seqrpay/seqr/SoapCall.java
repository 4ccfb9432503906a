package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Words.required;

import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.wsdl.ErswsResponse;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call of one operation, and how to read what comes back. */
record SoapCall<R, A>(String operation, Object request, Class<R> responseType, Reading<R, A> answer) {

    /** What an answer tells us. */
    @FunctionalInterface
    interface Reading<R, A> {
        /** @param at what the server's clock showed, or {@code null} */
        A of(R response, @Nullable Instant at) throws Unreadable;
    }

    /** A call whose answer is read only if its result code is 0; another code is a {@link SeqrException}. */
    static <R, S extends ErswsResponse, A> SoapCall<R, A> of(
            String operation, Object request, Class<R> responseType, Function<R, S> result, Reading<S, A> answer) {
        return new SoapCall<>(operation, request, responseType, (response, at) -> {
            S said = result.apply(response);
            int code = required("result code", said == null ? null : said.getResultCode());
            if (code != 0) throw SeqrException.answered(operation, code);
            return answer.of(said, at);
        });
    }

    /** A call whose answer is its result code alone. */
    static <R> SoapCall<R, Integer> of(
            String operation, Object request, Class<R> responseType, Function<R, ErswsResponse> result) {
        return of(operation, request, responseType, result, (success, at) -> success.getResultCode());
    }
}
