package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.ReconciliationJson;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.SettlementQuery;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.reconciliation.Reconciliation;
import dev.seqrpay.reconciliation.Reconciliations;
import dev.seqrpay.reconciliation.Reconciling;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * {@code POST /reconciliations} marks now: 200 when it is compared, 202 while the report is not ready. {@code GET
 * /reconciliations/{id}} shows one, as JSON or as CSV, and {@code GET /settlements/{day}} a day for the books. Without a route it is the schedule, which marks each shop's day
 * after its midnight and compares what is ready.
 */
public final class ReconcileHandler implements RequestStreamHandler {
    /** For the shop whose turn it is when time is up. */
    private static final Duration LAST_SHOP = Duration.ofMinutes(2);

    /** SEQR's reports are ready about three seconds after the mark (contract, "Behaviour"). */
    private static final Duration NOT_READY = Duration.ofSeconds(3);

    private static final int TIMES = 2;

    private final Merchants merchants;
    private final Predicate<String> hasReseller;
    private final Reconciliations reconciliations;
    private final Reconciling reconciling;
    private final Consumer<Duration> pause;
    private final Settlements settlements;
    private final Http http;
    private final Authorization authorization;
    private final InstantSource clock;
    private final Log log;

    public ReconcileHandler() {
        this(Wiring.fromEnvironment());
    }

    public ReconcileHandler(Wiring wiring) {
        this.merchants = wiring.merchants();
        this.hasReseller = wiring.hasReseller();
        this.reconciliations = wiring.reconciliations();
        this.reconciling = wiring.reconciling();
        this.pause = wiring.pause();
        this.settlements = new Settlements(wiring.bookedMoney(), wiring.payments(), reconciliations, wiring.clock());
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.clock = wiring.clock();
        this.log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        byte[] event = in.readAllBytes();
        if (Request.read(new ByteArrayInputStream(event)).route().isEmpty())
            reconcileAll(clock.instant()
                    .plusMillis(context.getRemainingTimeInMillis())
                    .minus(LAST_SHOP));
        else http.serve(new ByteArrayInputStream(event), out, this::answer);
    }

    private Response answer(Request request) {
        if (request.route().equals("GET /settlements/{day}")) return settled(request);
        return request.method().equals("POST") ? reconcileNow(request) : shown(request);
    }

    private Response settled(Request request) {
        Merchant merchant =
                merchants.find(authorization.merchant(request, Scope.READ)).orElseThrow(Problem::notFound);
        return settlements.answer(merchant, SettlementQuery.of(request));
    }

    private Response reconcileNow(Request request) {
        String merchantId = authorization.merchant(request, Scope.RESOLVE);
        if (!hasReseller.test(merchantId))
            throw new Problem(
                    409, "No reseller", "No reseller is known at SEQR for this shop: ./seqrpay terminal reseller");
        ZoneId zone = zone(merchantId);
        Reconciliation now = reconciling.now(merchantId, zone);
        for (int i = 0; i < TIMES && now.state() == Reconciliation.State.MARKED; i++) {
            pause.accept(NOT_READY);
            now = reconciling.now(merchantId, zone);
        }
        return Response.json(
                now.state() == Reconciliation.State.COMPARED ? 200 : 202,
                ReconciliationJson.of(now, reconciliations.differences(merchantId, now.number())));
    }

    private Response shown(Request request) {
        String merchantId = authorization.merchant(request, Scope.READ);
        int number = ReconciliationJson.number(request.id()).orElseThrow(Problem::notFound);
        Reconciliation found = reconciliations.find(merchantId, number).orElseThrow(Problem::notFound);
        return ReconciliationJson.response(
                found,
                reconciliations.differences(merchantId, number),
                request.header("accept").orElse(""));
    }

    private ZoneId zone(String merchantId) {
        return merchants
                .find(merchantId)
                .map(Merchant::seller)
                .orElseThrow(Problem::notFound)
                .timeZone();
    }

    /** What fails for one shop keeps no other from its turn; the next run goes on with it. */
    private void reconcileAll(Instant deadline) {
        for (String merchantId : merchants.ids()) {
            if (clock.instant().isAfter(deadline)) return;
            try {
                if (hasReseller.test(merchantId)) reconciling.day(merchantId, zone(merchantId));
            } catch (RuntimeException e) {
                log.error(null, e);
            }
        }
    }
}
