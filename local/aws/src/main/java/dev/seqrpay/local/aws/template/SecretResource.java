package dev.seqrpay.local.aws.template;

import java.util.Optional;

/**
 * An {@code AWS::SecretsManager::Secret}.
 *
 * @param text what the template says, empty if it wants it generated or says nothing
 * @param generatedLength 0 if it has no value until somebody gives it one
 */
public record SecretResource(String name, String arn, Optional<String> text, int generatedLength) {}
