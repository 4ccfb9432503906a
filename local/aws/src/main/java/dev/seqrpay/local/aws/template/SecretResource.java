package dev.seqrpay.local.aws.template;

/**
 * An {@code AWS::SecretsManager::Secret}.
 *
 * @param text what the template says, {@code null} if it wants it generated
 */
public record SecretResource(String name, String arn, String text, int generatedLength) {}
