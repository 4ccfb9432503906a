package dev.seqrpay.local.stack;

import dev.seqrpay.local.template.SecretResource;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** A secret's text, with its generated part as CloudFormation would make it: letters and digits. */
final class GeneratedSecret {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private GeneratedSecret() {}

    static String text(SecretResource secret, Keys keys) {
        Map<String, Object> parts = new LinkedHashMap<>(JSON.std.mapFrom(secret.template()));
        parts.put(secret.generatedKey(), keys.get(secret.generatedKey(), () -> password(secret.passwordLength())));
        return JSON.std.asString(parts);
    }

    private static String password(int length) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < length; i++) password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        return password.toString();
    }
}
