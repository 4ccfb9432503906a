package dev.seqrpay.web;

import java.util.List;
import java.util.Locale;

/**
 * A shop's colour, made readable whatever colour the shop has chosen (WCAG 2.2, 1.4.3). Behind a button's text it stays as it
 * is. As a text, a line or a drawing it is mixed with black or white until it stands out from the ground.
 */
public final class Accent {
    /** WCAG's level AA requires this contrast for text. */
    static final double AA = 4.5;

    /** The grounds of {@code pay.css} and {@code view.css}. */
    static final List<String> LIGHT_GROUNDS = List.of("#ffffff", "#eef1f0", "#f6f8f7", "#e2f1ee");

    static final List<String> DARK_GROUNDS = List.of("#17201e", "#0d1312", "#1d2825", "#16332e");

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final int STEPS = 64;

    private final int colour;

    private Accent(int colour) {
        this.colour = colour;
    }

    /** @param colour {@code #rrggbb} */
    public static Accent of(String colour) {
        return new Accent(Integer.parseInt(colour.substring(1), 16));
    }

    /** What can be read on our light grounds. */
    public String light() {
        return readable(LIGHT_GROUNDS, BLACK);
    }

    /** What can be read on our dark ones. */
    public String dark() {
        return readable(DARK_GROUNDS, WHITE);
    }

    /** Black or white: the one that can be read better on the colour itself. One of the two always can. */
    String text() {
        return contrast(colour, BLACK) > contrast(colour, WHITE) ? "#000000" : "#ffffff";
    }

    /** The rules that follow {@code pay.css}. */
    String css() {
        return ":root{--accent:" + light() + ";--brand:" + hex(colour) + ";--on-brand:" + text() + "}\n"
                + "@media(prefers-color-scheme:dark){:root{--accent:" + dark() + "}}\n"
                + "main{border-top:.25rem solid var(--brand)}\n";
    }

    private String readable(List<String> grounds, int towards) {
        int step = 0;
        while (!isReadable(mixed(towards, step), grounds)) step++;
        return hex(mixed(towards, step));
    }

    private static boolean isReadable(int text, List<String> grounds) {
        return grounds.stream().allMatch(ground -> contrast(text, of(ground).colour) >= AA);
    }

    private int mixed(int with, int step) {
        return mixed(with, step, 16) | mixed(with, step, 8) | mixed(with, step, 0);
    }

    private int mixed(int with, int step, int channel) {
        int own = colour >> channel & 0xff;
        int others = with >> channel & 0xff;
        return (own * (STEPS - step) + others * step) / STEPS << channel;
    }

    static double contrast(String one, String other) {
        return contrast(of(one).colour, of(other).colour);
    }

    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** WCAG's relative luminance. */
    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
