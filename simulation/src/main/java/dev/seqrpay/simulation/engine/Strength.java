package dev.seqrpay.simulation.engine;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;

/**
 * How bad a run is.
 *
 * @param faults the share of full strength, from 0 to 1
 * @param lasting whether the faults go on to the end, so that what is lost can be counted; else they stop, and then nothing
 *     may be lost any more
 * @param harsh whether, beside all that, something is wrong for minutes: {@link Lasting}
 * @param notificationsLost the share of notifications that SEQR sends and we never see
 * @param browsersGone the share of browsers that are closed when the code has been scanned
 */
@RecordBuilder
public record Strength(double faults, boolean lasting, boolean harsh, double notificationsLost, double browsersGone) {
    public static final Strength NONE = new Strength(0, false, false, 0, 0.3);
    public static final Strength BAD_DAY = new Strength(0.2, true, false, 0.02, 0.3);
    public static final Strength FULL = new Strength(1, false, false, 0.2, 0.4);
    static final Strength HARSH = new Strength(1, false, true, 0.2, 0.4);

    public static Strength named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "bad-day" -> BAD_DAY;
            case "full" -> FULL;
            case "harsh" -> HARSH;
            default -> throw new IllegalArgumentException("--faults wants none, bad-day, full or harsh, not " + name);
        };
    }

    public Strength losing(double notifications, double browsers) {
        return StrengthBuilder.builder(this)
                .notificationsLost(notifications)
                .browsersGone(browsers)
                .build();
    }
}
