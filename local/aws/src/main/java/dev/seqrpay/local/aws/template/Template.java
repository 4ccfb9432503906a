package dev.seqrpay.local.aws.template;

import dev.seqrpay.local.aws.template.QueueResource.Redrive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code template.yaml} deploys, read for running it here. Only what is asked for is worked out, so a resource that
 * this machine has no use for (an alarm, a log group) may say what it likes.
 */
public final class Template {
    public static final String REGION = References.REGION;

    /** What the parameter {@code AWS::StackName} is unless it is given: the names of all that is deployed begin with it. */
    public static final String STACK = "seqrpay";

    private static final int SQSS_OWN_VISIBILITY_TIMEOUT = 30;

    private final Map<String, Object> root;
    private final References references;
    private final Intrinsics intrinsics;

    private Template(Map<String, Object> root, Map<String, String> parameters) {
        this.root = root;
        this.references = new References(root, parameters);
        this.intrinsics = new Intrinsics(references::ref, references::attribute, Node.map(root, "Conditions"));
    }

    /** @param parameters values for the template's parameters; one that has neither a value nor a default is an error once it is used */
    public static Template read(Path file, Map<String, String> parameters) {
        try {
            return new Template(CloudFormationYaml.read(Files.readString(file)), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> functionNames() {
        return resources("AWS::Serverless::Function").map(Map.Entry::getKey).toList();
    }

    public List<FunctionResource> functions() {
        return functionNames().stream().map(this::function).toList();
    }

    public FunctionResource function(String name) {
        if (!functionNames().contains(name))
            throw new NoSuchElementException("No function " + name + "; there are " + functionNames());
        return new FunctionReader(Node.map(root, "Globals", "Function"), intrinsics)
                .read(name, Node.map(root, "Resources", name, "Properties"), socketRoutes(name));
    }

    private List<String> socketRoutes(String function) {
        return resources("AWS::Serverless::WebSocketApi")
                .flatMap(api -> Node.map(api.getValue(), "Properties", "Routes").entrySet().stream())
                .filter(route -> intrinsics
                        .text(Node.map(route.getValue()).get("FunctionArn"))
                        .equals(references.ref(function + ".Alias")))
                .map(Map.Entry::getKey)
                .toList();
    }

    public List<TableResource> tables() {
        return resources("AWS::DynamoDB::Table")
                .map(table ->
                        new TableResource(references.ref(table.getKey()), Node.map(table.getValue(), "Properties")))
                .toList();
    }

    public List<SecretResource> secrets() {
        return resources("AWS::SecretsManager::Secret")
                .map(secret -> secret(secret.getKey(), Node.map(secret.getValue(), "Properties")))
                .toList();
    }

    public List<QueueResource> queues() {
        return resources("AWS::SQS::Queue")
                .map(queue -> queue(queue.getKey(), Node.map(queue.getValue(), "Properties")))
                .toList();
    }

    private QueueResource queue(String name, Map<String, Object> properties) {
        String arn = references.attribute(name + ".Arn");
        int visibility = number(properties.getOrDefault("VisibilityTimeout", SQSS_OWN_VISIBILITY_TIMEOUT));
        Map<String, Object> redrive = Node.map(properties, "RedrivePolicy");
        return new QueueResource(
                arn.substring(arn.lastIndexOf(':') + 1),
                arn,
                Duration.ofSeconds(visibility),
                redrive.isEmpty() ? Optional.empty() : Optional.of(redrive(redrive)));
    }

    private Redrive redrive(Map<String, Object> policy) {
        return new Redrive(intrinsics.text(policy.get("deadLetterTargetArn")), number(policy.get("maxReceiveCount")));
    }

    private int number(@Nullable Object value) {
        return Integer.parseInt(intrinsics.text(value));
    }

    private SecretResource secret(String name, Map<String, Object> properties) {
        Object text = properties.get("SecretString");
        boolean isGenerated = properties.containsKey("GenerateSecretString");
        Object length = Node.map(properties, "GenerateSecretString").getOrDefault("PasswordLength", 32);
        return new SecretResource(
                name,
                references.ref(name),
                Optional.ofNullable(text).map(intrinsics::text),
                isGenerated ? Integer.parseInt(intrinsics.text(length)) : 0);
    }

    private Stream<Map.Entry<String, Object>> resources(String type) {
        return Node.map(root, "Resources").entrySet().stream()
                .filter(resource -> type.equals(Node.map(resource.getValue()).get("Type")));
    }
}
