package dev.seqrpay.e2e.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** axe-core, with all its rules for WCAG 2.2 AA. */
final class Axe {
    private static final String SOURCE = source();
    private static final String RUN = """
            return axe.run(document, {
              runOnly: %s,
              resultTypes: ['violations'],
              elementRef: false,
            }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, failureSummary }) => `${id} ${target.flat().join(' > ')}: ${failureSummary}`)));
            """;
    private static final String ALL =
            "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }";
    /** What other colours and another size can change. */
    private static final String LOOKS = "{ type: 'rule', values: ['color-contrast', 'target-size'] }";

    /** What other words can change. */
    private static final String SIZES = "{ type: 'rule', values: ['target-size'] }";

    private Axe() {}

    /** Spares the tab half a megabyte on the way to each page. */
    static void comeWithEachPage(Tab tab) {
        tab.beforeEachPage(SOURCE);
    }

    static List<?> violations(Tab tab) {
        return run(tab, ALL);
    }

    static List<?> violationsOfLooks(Tab tab) {
        return run(tab, LOOKS);
    }

    static List<?> violationsOfSizes(Tab tab) {
        return run(tab, SIZES);
    }

    private static List<?> run(Tab tab, String rules) {
        if (!Boolean.TRUE.equals(tab.run("'axe' in window"))) tab.load(SOURCE);
        return (List<?>) tab.run(RUN.formatted(rules));
    }

    private static String source() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
