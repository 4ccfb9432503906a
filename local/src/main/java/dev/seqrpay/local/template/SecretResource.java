package dev.seqrpay.local.template;

/**
 * An {@code AWS::SecretsManager::Secret} with {@code GenerateSecretString}.
 *
 * @param template the JSON object that the generated password is put into
 * @param generatedKey the name it gets there
 */
public record SecretResource(String arn, String template, String generatedKey, int passwordLength) {}
