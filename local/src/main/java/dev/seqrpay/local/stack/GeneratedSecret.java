package dev.seqrpay.local.stack;

import dev.seqrpay.local.aws.template.SecretResource;
import java.security.SecureRandom;

/** A secret's text: the template's, or generated as CloudFormation would, of letters and digits; empty while it has none. */
final class GeneratedSecret {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private GeneratedSecret() {}

    static String text(SecretResource secret, LocalKeys keys) {
        if (secret.text().isPresent()) return secret.text().get();
        return secret.generatedLength() == 0
                ? keys.known(secret.name()).orElse("")
                : keys.get(secret.name(), () -> password(secret.generatedLength()));
    }

    private static String password(int length) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < length; i++) password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        return password.toString();
    }
}
