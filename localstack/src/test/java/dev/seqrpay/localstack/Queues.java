package dev.seqrpay.localstack;

import dev.seqrpay.aws.Aws;
import dev.seqrpay.local.aws.template.QueueResource;
import dev.seqrpay.local.aws.template.QueueResource.Redrive;
import dev.seqrpay.local.aws.template.Template;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What CloudFormation and Lambda do with queues; a function only sends. */
final class Queues implements AutoCloseable {
    private final SqsClient client = new Aws(StandIn.environment(), Template.REGION).sqs();

    SqsClient client() {
        return client;
    }

    /** @return the queue's address; that of its dead letters has to be there */
    String create(QueueResource queue) {
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                String.valueOf(queue.visibilityTimeout().toSeconds()));
        queue.redrive().ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, policy(redrive)));
        return client.createQueue(create -> create.queueName(queue.name()).attributes(attributes))
                .queueUrl();
    }

    /** Stand-ins have accounts of their own, so the template's ARN is not the queue's. */
    private String policy(Redrive redrive) {
        String arn = client.getQueueAttributes(
                        get -> get.queueUrl(url(redrive.deadLetters())).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        return "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"" + redrive.maxReceives() + "\"}";
    }

    /** Of the queue that the template knows by that ARN. */
    String url(String arn) {
        return client.getQueueUrl(get -> get.queueName(arn.substring(arn.lastIndexOf(':') + 1)))
                .queueUrl();
    }

    /** Up to so many, as soon as there is one, and none if there is none within that time. */
    List<Message> receive(String url, int most, Duration time) {
        return client.receiveMessage(receive ->
                        receive.queueUrl(url).maxNumberOfMessages(most).waitTimeSeconds((int) time.toSeconds()))
                .messages();
    }

    void delete(String url, Message message) {
        client.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    @Override
    public void close() {
        client.close();
    }
}
