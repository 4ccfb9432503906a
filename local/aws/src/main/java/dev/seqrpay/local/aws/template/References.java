package dev.seqrpay.local.aws.template;

import java.util.Map;

/** What {@code Ref} and {@code Fn::GetAtt} stand for when the stack is this machine. */
final class References {
    static final String REGION = "eu-north-1";
    static final String ACCOUNT = "000000000000";
    private static final String STACK_NAME = "AWS::StackName";
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::Region",
            REGION,
            "AWS::AccountId",
            ACCOUNT,
            "AWS::Partition",
            "aws",
            "AWS::URLSuffix",
            "amazonaws.com");

    private final Map<String, Object> root;
    private final Map<String, String> parameters;
    private final String stack;

    References(Map<String, Object> root, Map<String, String> parameters) {
        this.root = root;
        this.parameters = parameters;
        this.stack = parameters.getOrDefault(STACK_NAME, Template.STACK);
    }

    String ref(String name) {
        if (name.equals(STACK_NAME)) return stack;
        if (PSEUDO_PARAMETERS.containsKey(name)) return PSEUDO_PARAMETERS.get(name);
        if (Node.map(root, "Parameters").containsKey(name)) return parameter(name);
        if (name.endsWith(".Alias")) return attribute(name.replace(".Alias", ".Arn")) + ":live";
        String type = type(name);
        return switch (type) {
            case "AWS::SecretsManager::Secret" -> arn(name, type);
            case "AWS::SQS::Queue" ->
                "https://sqs.%s.amazonaws.com/%s/".formatted(REGION, ACCOUNT) + stack + "-" + name;
            default -> stack + "-" + name;
        };
    }

    String attribute(String path) {
        String[] parts = path.split("\\.", 2);
        if (parts.length == 2 && parts[1].equals("Arn")) return arn(parts[0], type(parts[0]));
        if (parts.length == 2 && parts[1].equals("StreamArn")) return arn(parts[0], type(parts[0])) + "/stream/local";
        throw new TemplateException("Cannot work out !GetAtt " + path);
    }

    private String parameter(String name) {
        if (parameters.containsKey(name)) return allowed(name, parameters.get(name));
        Object byDefault = Node.map(root, "Parameters", name).get("Default");
        if (byDefault == null) throw new TemplateException("The parameter " + name + " has no value");
        return String.valueOf(byDefault);
    }

    /** CloudFormation refuses the others before anything is deployed. */
    private String allowed(String name, String value) {
        Object pattern = Node.map(root, "Parameters", name).get("AllowedPattern");
        if (pattern == null || value.matches(pattern.toString())) return value;
        throw new TemplateException("The parameter " + name + " has a value that " + pattern + " does not allow");
    }

    private String type(String name) {
        Object type = Node.map(root, "Resources", name).get("Type");
        if (type == null)
            throw new TemplateException("Cannot work out !Ref " + name + ": there is no such parameter or resource");
        return type.toString();
    }

    private String arn(String name, String type) {
        String prefix =
                switch (type) {
                    case "AWS::DynamoDB::Table" -> "dynamodb:%s:%s:table/";
                    case "AWS::SecretsManager::Secret" -> "secretsmanager:%s:%s:secret:";
                    case "AWS::SQS::Queue" -> "sqs:%s:%s:";
                    case "AWS::Serverless::Function" -> "lambda:%s:%s:function:";
                    default -> throw new TemplateException("Cannot work out !GetAtt " + name + ".Arn of a " + type);
                };
        return "arn:aws:" + prefix.formatted(REGION, ACCOUNT) + stack + "-" + name;
    }
}
