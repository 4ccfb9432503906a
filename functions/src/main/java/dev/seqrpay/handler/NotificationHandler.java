package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.payment.Notifications;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST} and {@code GET /notifications/{id}/{token}}, which SEQR calls when the payer has paid. A wrong token costs no
 * read, no write and no call; the body is not even looked at. 204 once the outcome is stored, 202 if SEQR itself says that the
 * payment is still open, 503 if it could not be asked.
 */
public final class NotificationHandler implements RequestStreamHandler {
    private final Http http;
    private final Authorization authorization;
    private final Notifications notifications;

    public NotificationHandler() {
        this(Wiring.fromEnvironment());
    }

    public NotificationHandler(Wiring wiring) {
        this.http = wiring.http().takingAnyBody();
        this.authorization = wiring.authorization();
        this.notifications = wiring.notifications();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        return switch (notifications.handle(authorization.notified(request))) {
            case STORED -> Response.empty(204);
            case OPEN -> Response.empty(202);
            case UNANSWERED ->
                throw new Problem(503, "SEQR unavailable", "The outcome is not known yet.").header("retry-after", "2");
            case NO_SUCH_PAYMENT -> throw Problem.notFound();
        };
    }
}
