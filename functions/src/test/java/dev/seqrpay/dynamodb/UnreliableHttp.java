package dev.seqrpay.dynamodb;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A way to the table on which something may happen. It is under AWS's client, which tries again as it does everywhere: what
 * it cannot mend is what our store gets to see.
 */
final class UnreliableHttp implements SdkHttpClient {
    /** What becomes of one request. */
    interface Way {
        HttpExecuteResponse send(TableCall call, ExecutableHttpRequest request) throws IOException;
    }

    private final SdkHttpClient http;
    private final Way way;

    UnreliableHttp(SdkHttpClient http, Way way) {
        this.http = http;
        this.way = way;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return way.send(TableCall.of(request), prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
