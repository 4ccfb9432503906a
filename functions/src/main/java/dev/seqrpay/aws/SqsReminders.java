package dev.seqrpay.aws;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.StoreUnavailable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Reminders in an SQS queue. The client is made when there is something to send, which a notification seldom has. */
public final class SqsReminders implements Reminders {
    private final Supplier<SqsClient> clients;
    private final String queueUrl;
    private @Nullable SqsClient client;

    public SqsReminders(Supplier<SqsClient> clients, String queueUrl) {
        this.clients = clients;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(Reminder reminder, Duration delay) {
        try {
            client().sendMessage(send ->
                    send.queueUrl(queueUrl).messageBody(reminder.text()).delaySeconds((int) delay.toSeconds()));
        } catch (SdkException e) {
            throw new StoreUnavailable(e);
        }
    }

    private synchronized SqsClient client() {
        if (client == null) client = clients.get();
        return client;
    }
}
