package dev.seqrpay.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One event on its way to one endpoint.
 *
 * @param position of the event in the shop's feed
 */
public record DeliveryName(String endpointId, long position) {
    private static final Pattern TEXT = Pattern.compile("(we_[a-z0-9]{1,32}_[a-z2-7]{26}) ([1-9][0-9]{0,11})");

    /** As a message of the queue. */
    public String text() {
        return endpointId + " " + position;
    }

    public static Optional<DeliveryName> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new DeliveryName(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** An endpoint's id names its shop. */
    public String merchantId() {
        return endpointId.split("_", 3)[1];
    }
}
