package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.doctor.Check;
import dev.seqrpay.doctor.ShopDoctor;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Workers;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /health}: whether the shop of the key can be paid, and if not, why. Without a route it is the daily schedule, which
 * examines every shop and counts those that are not well.
 */
public final class DoctorHandler implements RequestStreamHandler {
    /** For the shop that is being examined when time is up. */
    private static final Duration LAST_SHOP = Duration.ofSeconds(25);

    /** As an id is written; no payment has this one. */
    private static final String NO_PAYMENT = "pay_" + "a".repeat(26);

    private final Merchants merchants;
    private final ShopDoctor doctor;
    private final Endpoints endpoints;
    private final Http http;
    private final Authorization authorization;
    private final Workers workers;
    private final InstantSource clock;
    private final Log log;

    public DoctorHandler() {
        this(Wiring.fromEnvironment());
    }

    public DoctorHandler(Wiring wiring) {
        this.merchants = wiring.merchants();
        this.doctor = wiring.shopDoctor();
        this.endpoints = wiring.endpoints();
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.workers = wiring.workers();
        this.clock = wiring.clock();
        this.log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        byte[] event = in.readAllBytes();
        Request request = Request.read(new ByteArrayInputStream(event));
        if (request.route().isEmpty())
            examineAll(clock.instant()
                    .plusMillis(context.getRemainingTimeInMillis())
                    .minus(LAST_SHOP));
        else http.serve(new ByteArrayInputStream(event), out, this::answer);
    }

    private Response answer(Request request) {
        String merchantId = authorization.merchant(request, Scope.READ);
        URI notification = URI.create(endpoints.of(request).notification(NO_PAYMENT));
        List<Check> checks = doctor.examine(merchantId, notification);
        return Response.json(
                200,
                Map.of(
                        "healthy", checks.stream().allMatch(Check::isFine),
                        "checks", checks.stream().map(DoctorHandler::json).toList()));
    }

    private static Map<String, Object> json(Check check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", check.name());
        json.put("fine", check.isFine());
        json.put("detail", check.detail());
        return json;
    }

    private void examineAll(Instant deadline) {
        workers.each(merchants.ids(), id -> {
            if (clock.instant().isBefore(deadline)) examine(id);
            return id;
        });
    }

    /** What fails for one shop keeps no other from being examined. */
    private void examine(String merchantId) {
        try {
            log.examined(merchantId, unwell(merchantId));
        } catch (RuntimeException e) {
            log.error(null, e);
            log.examined(
                    merchantId, List.of("could not be examined: " + e.getClass().getSimpleName()));
        }
    }

    private List<String> unwell(String merchantId) {
        return doctor.examine(merchantId, null).stream()
                .filter(check -> !check.isFine())
                .map(check -> check.name() + ": " + check.detail())
                .toList();
    }
}
