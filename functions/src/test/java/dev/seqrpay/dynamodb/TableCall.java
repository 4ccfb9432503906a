package dev.seqrpay.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** One call of DynamoDB's as it goes over the wire, and how DynamoDB refuses it. */
record TableCall(String operation, String body) {
    private static final String TYPE = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%sException\"%s}";

    static TableCall of(HttpExecuteRequest request) throws IOException {
        String target =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
        try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            return new TableCall(target.substring(target.indexOf('.') + 1), new String(body.readAllBytes(), UTF_8));
        }
    }

    boolean isTransaction() {
        return operation.equals("TransactWriteItems");
    }

    HttpExecuteResponse refused(String type) {
        return answer(400, String.format(TYPE, type, ""));
    }

    /** The last of its items is the reason, the others have none. */
    HttpExecuteResponse cancelled(String reason) {
        int writes = body.split("\\{\"Put\":", -1).length - 1;
        String others = String.join("", Collections.nCopies(writes - 1, "{\"Code\":\"None\"},"));
        String reasons = ",\"CancellationReasons\":[" + others + "{\"Code\":\"" + reason + "\",\"Message\":\"\"}]";
        return answer(400, String.format(TYPE, "TransactionCanceled", reasons));
    }

    static HttpExecuteResponse answer(int status, String body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder()
                        .statusCode(status)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(UTF_8))))
                .build();
    }
}
