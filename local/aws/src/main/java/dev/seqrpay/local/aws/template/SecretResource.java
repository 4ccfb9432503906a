package dev.seqrpay.local.aws.template;

/**
 * An {@code AWS::SecretsManager::Secret}.
 *
 * @param text what the template says, {@code null} if it wants it generated or says nothing
 * @param generatedLength 0 if it has no value until somebody gives it one
 */
public record SecretResource(String name, String arn, String text, int generatedLength) {}
