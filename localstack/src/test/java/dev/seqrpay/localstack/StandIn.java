package dev.seqrpay.localstack;

import dev.seqrpay.local.aws.template.Template;
import io.floci.testcontainers.FlociContainer;
import java.util.Map;
import org.testcontainers.localstack.LocalStackContainer;

/**
 * What stands in for AWS: LocalStack, or what {@code -Daws.standin} names, which is {@code floci}, the address of a server that
 * runs already, or {@code none}. It is started when a test first asks for it, and goes with this process.
 */
final class StandIn {
    /** The last one that needs no account. */
    private static final String LOCALSTACK = "localstack/localstack:4.14.0";

    private static final String FLOCI = "floci/floci:1.5.34";

    private static final String CHOSEN = System.getProperty("aws.standin", "localstack");

    private StandIn() {}

    static String name() {
        return CHOSEN;
    }

    static boolean isWanted() {
        return !CHOSEN.equals("none");
    }

    /** A server that somebody else has started needs none. */
    static boolean needsDocker() {
        return !CHOSEN.startsWith("http://");
    }

    /** What tells a function where it is, as the template and Lambda do. */
    static Map<String, String> environment() {
        return Map.of(
                "AWS_REGION",
                Template.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                url(),
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                url(),
                "AWS_ENDPOINT_URL_SQS",
                url());
    }

    static String url() {
        return Started.URL;
    }

    private static final class Started {
        static final String URL = start();

        private static String start() {
            return switch (CHOSEN) {
                case "localstack" -> localStack();
                case "floci" -> floci();
                default -> CHOSEN;
            };
        }

        /**
         * With DynamoDB Local's own streams, for LocalStack's copy of them begins some time after the table. All services are
         * started at once, for a function's client does not wait for one to start.
         */
        @SuppressWarnings("resource") // Testcontainers ends it
        private static String localStack() {
            LocalStackContainer container = new LocalStackContainer(LOCALSTACK)
                    .withServices("dynamodb", "dynamodbstreams", "sqs", "secretsmanager")
                    .withEnv("EAGER_SERVICE_LOADING", "1")
                    .withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2")
                    .withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2");
            container.start();
            return container.getEndpoint().toString();
        }

        @SuppressWarnings("resource") // Testcontainers ends it
        private static String floci() {
            FlociContainer container = new FlociContainer(FLOCI);
            container.start();
            return container.getEndpoint();
        }
    }
}
