package dev.seqrpay.http;

import dev.seqrpay.payment.RefundRefused;
import dev.seqrpay.payment.ResolutionRefused;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Between API Gateway's bytes and a handler's method: reads, answers, turns every failure into a problem, logs one line. */
public final class Http {
    /**
     * An order with all rows and all fields at their longest fits, in letters of up to three bytes; each body that fits is smaller
     * than an item of the table may be.
     */
    private static final int MAX_BODY = 384 << 10;

    private final Log log;
    private final int maxBody;

    public Http(Log log) {
        this(log, MAX_BODY);
    }

    private Http(Log log, int maxBody) {
        this.log = log;
        this.maxBody = maxBody;
    }

    /** The same for a handler that does not read the body: it takes each body that API Gateway lets through. */
    public Http takingAnyBody() {
        return new Http(log, Integer.MAX_VALUE);
    }

    /** What a handler does with a request. */
    @FunctionalInterface
    public interface Route {
        Response answer(Request request);
    }

    public void serve(InputStream in, OutputStream out, Route route) throws IOException {
        Request request = Request.read(in);
        if (request.isTouch()) return;
        Response response = respond(request, route);
        if (request.isHead()) response = response.withoutBody();
        out.write(Json.write(response.event()).getBytes(StandardCharsets.UTF_8));
    }

    public Response respond(Request request, Route route) {
        long start = System.nanoTime();
        Response response = named(request, Audience.of(request).heard(answer(request, route)));
        log.http(request, response, System.nanoTime() - start);
        return response;
    }

    /** So that a question about an answer can be answered from the log. A message of a socket has no headers. */
    private static Response named(Request request, Response response) {
        return request.requestId().isEmpty() ? response : response.with("request-id", request.requestId());
    }

    private Response answer(Request request, Route route) {
        try {
            if (request.body().length > maxBody)
                throw new Problem(413, "Too large", "The body may have at most " + maxBody + " bytes.");
            return route.answer(request);
        } catch (RuntimeException e) {
            return Audience.of(request).told(problem(request, e).with("requestId", request.requestId()));
        }
    }

    private Problem problem(Request request, RuntimeException failure) {
        if (failure instanceof Problem problem) return problem;
        if (failure instanceof RefundRefused refused) return Problem.of(refused);
        if (failure instanceof ResolutionRefused refused) return Problem.of(refused);
        if (failure instanceof SeqrException unanswered) return Problem.of(unanswered);
        log.error(request.idToLog(), failure);
        if (failure instanceof StoreUnavailable) return Problem.storageUnavailable();
        return new Problem(500, "Internal error", "The error has been logged. Ask again in a moment.");
    }
}
