package dev.seqrpay.payment;

import dev.seqrpay.payment.CustomerToken.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the payer's app has offered when it came to wait for the shop ({@code PENDING_ISSUER_ACKNOWLEDGE}).
 *
 * @param version of the invoice that SEQR told it with; a later one is another offer
 * @param tokens may be none: with {@code REQUIRE_ACKNOWLEDGMENT} the app waits all the same
 * @param isAnswered whether the shop has said what it makes of each
 */
public record TokenOffer(int version, List<CustomerToken> tokens, boolean isAnswered) {
    public TokenOffer {
        tokens = List.copyOf(tokens);
    }

    /** @param answers by the tokens' ids; a token that they do not name stays as it is */
    TokenOffer answered(Map<String, Status> answers) {
        List<CustomerToken> answered = tokens.stream()
                .map(token -> token.with(answers.getOrDefault(token.id(), token.status())))
                .toList();
        return new TokenOffer(version, answered, true);
    }

    /** The shop's answer did not come to SEQR. */
    TokenOffer unanswered() {
        List<CustomerToken> pending =
                tokens.stream().map(token -> token.with(Status.PENDING)).toList();
        return new TokenOffer(version, pending, false);
    }

    boolean names(Set<String> ids) {
        return tokens.stream()
                .map(CustomerToken::id)
                .collect(Collectors.toSet())
                .equals(ids);
    }
}
