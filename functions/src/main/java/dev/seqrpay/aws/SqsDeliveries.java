package dev.seqrpay.aws;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.payment.StoreUnavailable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Deliveries in an SQS queue. Each message names its shop as its group, which on a standard queue keeps a shop with many or slow
 * deliveries from delaying those of others ("Amazon SQS fair queues", SQS developer guide).
 */
public final class SqsDeliveries implements DeliveryQueue {
    private final Supplier<SqsClient> clients;
    private final String queueUrl;
    private @Nullable SqsClient client;

    public SqsDeliveries(Supplier<SqsClient> clients, String queueUrl) {
        this.clients = clients;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(DeliveryName delivery, Duration delay) {
        try {
            client().sendMessage(send -> send.queueUrl(queueUrl)
                    .messageGroupId(delivery.merchantId())
                    .messageBody(delivery.text())
                    .delaySeconds((int) delay.toSeconds()));
        } catch (SdkException e) {
            throw new StoreUnavailable(e);
        }
    }

    private synchronized SqsClient client() {
        if (client == null) client = clients.get();
        return client;
    }
}
