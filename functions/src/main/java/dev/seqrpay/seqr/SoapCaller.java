package dev.seqrpay.seqr;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes one call: request, exchange, answer, result code. */
final class SoapCaller {
    /** The types of an operation are bound when it is first used, and once for all callers. */
    private static final Map<String, Soap<?>> OPERATIONS = new ConcurrentHashMap<>();

    private final SoapTransport transport;
    private final CallListener listener;
    private final LongSupplier nanos;

    SoapCaller(SoapTransport transport, CallListener listener) {
        this(transport, listener, System::nanoTime);
    }

    /** @param nanos for tests: a clock of their own */
    SoapCaller(SoapTransport transport, CallListener listener, LongSupplier nanos) {
        this.transport = transport;
        this.listener = listener;
        this.nanos = nanos;
    }

    <A> A call(SoapCall<?, A> call, @Nullable Payment payment, Limit limit) {
        long start = nanos.getAsLong();
        @Nullable Integer code = null;
        @Nullable A answer = null;
        try {
            answer = answered(call, limit);
            code = 0;
            return answer;
        } catch (SeqrException refused) {
            code = refused.code();
            throw refused;
        } finally {
            String status = answer instanceof InvoiceStatus said ? said.word() : null;
            listener.called(call.operation(), payment, code, status, Duration.ofNanos(nanos.getAsLong() - start));
        }
    }

    private <R, A> A answered(SoapCall<R, A> call, Limit limit) {
        Deadline deadline = Deadline.in(limit.time(), nanos);
        try {
            Soap<R> soap = soap(call);
            byte[] request = soap.request(call.request());
            SoapAnswer answer = transport.post(request, new Limit(deadline.left(), limit.bytes()));
            return call.answer().of(soap.answer(answer, deadline), answer.date());
        } catch (NotSent e) {
            throw SeqrException.notSent(call.operation(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw SeqrException.unknown(call.operation(), String.valueOf(e.getMessage()), e);
        } catch (Unreadable e) {
            throw SeqrException.unreadable(call.operation(), String.valueOf(e.getMessage()), e);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private <R> Soap<R> soap(SoapCall<R, ?> call) {
        return (Soap<R>) OPERATIONS.computeIfAbsent(
                call.operation(), name -> new Soap<>(name, call.request().getClass(), call.responseType()));
    }
}
