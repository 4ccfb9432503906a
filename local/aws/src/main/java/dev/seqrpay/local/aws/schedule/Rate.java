package dev.seqrpay.local.aws.schedule;

import dev.seqrpay.local.aws.template.TemplateException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rate(5 minutes)} as a duration; {@code cron(…)} and {@code at(…)} are an error, since nothing here needs them. */
final class Rate {
    private static final Pattern RATE = Pattern.compile("rate\\(\\s*([1-9][0-9]{0,8})\\s+(minute|hour|day)s?\\s*\\)");

    private Rate() {}

    static Duration parse(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches())
            throw new TemplateException("Only rate(n minutes|hours|days) can be run here, not " + expression);
        long count = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
