package dev.seqrpay.seqr;

import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.TokenOffer;
import dev.seqrpay.seqr.wsdl.CustomerToken;
import dev.seqrpay.seqr.wsdl.PaymentStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loyalty cards and coupons, as the payer's app offers them and as the shop answers. */
final class TokenMapping {
    /** A payer's wallet offers a few. What it offers more is not told to the shop, so that a payment's row stays small. */
    private static final int MOST = 20;

    private static final int LONGEST = 255;
    /** One that a shop can write back as it was: words with one space between them. */
    private static final Pattern ID = Pattern.compile("[^\\p{C}\\p{Z}]+( [^\\p{C}\\p{Z}]+)*");

    private TokenMapping() {}

    static List<dev.seqrpay.payment.CustomerToken> offered(PaymentStatus said) {
        return said.getCustomerTokens() == null
                ? List.of()
                : said.getCustomerTokens().getToken().stream()
                        .filter(Objects::nonNull)
                        .filter(TokenMapping::canBeNamed)
                        .limit(MOST)
                        .map(TokenMapping::token)
                        .toList();
    }

    /** Only by its id can the shop answer to it. What the status says of the money is read all the same. */
    private static boolean canBeNamed(CustomerToken token) {
        String id = token.getId();
        return id != null && id.length() <= LONGEST && ID.matcher(id.strip()).matches();
    }

    private static dev.seqrpay.payment.CustomerToken token(CustomerToken token) {
        return new dev.seqrpay.payment.CustomerToken(
                token.getId().strip(),
                shortened(token.getValue()),
                shortened(token.getDescription()),
                status(token.getStatus()));
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        String said = text.strip();
        // a character may take two places
        return said.length() <= LONGEST ? said : said.substring(0, said.offsetByCodePoints(0, LONGEST / 2));
    }

    private static Status status(@Nullable Integer code) {
        return Arrays.stream(Status.values())
                .filter(status -> code != null && status.code() == code)
                .findFirst()
                .orElse(Status.PENDING);
    }

    /** What the shop has answered to; nothing while it has not. */
    static List<CustomerToken> answered(Payment payment) {
        return payment.offer()
                .filter(TokenOffer::isAnswered)
                .map(offer -> offer.tokens().stream().map(TokenMapping::of).toList())
                .orElse(List.of());
    }

    private static CustomerToken of(dev.seqrpay.payment.CustomerToken token) {
        CustomerToken answer = new CustomerToken();
        answer.setId(token.id());
        answer.setValue(token.value());
        answer.setDescription(token.description());
        answer.setStatus(token.status().code());
        return answer;
    }
}
