package dev.seqrpay.dynamodb;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Random;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** More than half of all requests get lost, there or on the way back, or are refused; the same ones for the same seed. */
final class BadDay implements UnreliableHttp.Way {
    private final Random random;
    private final LaggingIndex index;

    BadDay(long seed) {
        random = new Random(seed);
        index = new LaggingIndex(random);
    }

    @Override
    public HttpExecuteResponse send(TableCall call, ExecutableHttpRequest request) throws IOException {
        double fate = random.nextDouble();
        if (fate < 0.15) throw new SocketTimeoutException("lost on the way there");
        if (fate < 0.35) return refused(call);
        HttpExecuteResponse answer = index.answer(call, request);
        if (fate < 0.55) throw new SocketTimeoutException("lost on the way back");
        return answer;
    }

    private HttpExecuteResponse refused(TableCall call) {
        if (call.isTransaction())
            return call.cancelled(one("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"));
        if (call.operation().equals("UpdateItem")) return call.refused(one("TransactionConflict", "Throttling"));
        return call.refused(one("ProvisionedThroughputExceeded", "Throttling"));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
