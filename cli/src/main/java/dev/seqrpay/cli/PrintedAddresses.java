package dev.seqrpay.cli;

import dev.seqrpay.local.Runner;
import java.util.Optional;

/** What to open, and what to paste, once everything runs. The commands are right in sh, bash and zsh as they stand. */
final class PrintedAddresses {
    private static final String TEXT = """

            Demo shop   %1$s
            Timeline    %1$s/timeline
            %2$sAPI         %3$s
            API key     %4$s

            A checkout, its payment and its status from the command line:

            answer=$(curl -sS%5$s %3$s/checkout \\
              -H 'Authorization: Bearer %4$s' \\
              -H "Idempotency-Key: $(date +%%s)" -H 'Content-Type: application/json' \\
              -d '{"orderId":"'$(date +%%s)'","title":"One cup","totalAmount":{"currency":"SEK","value":"249.00"},
                   "invoiceRows":[{"itemDescription":"Cup","itemQuantity":"1",
                                   "itemTotalAmount":{"currency":"SEK","value":"249.00"}}],
                   "backURL":"%1$s/"}')
            printf '%%s\\n' "$answer"

            %6$scurl -sS%5$s "$(printf '%%s' "$answer" | sed 's/.*"status":"\\(http[^"]*\\)".*/\\1/')"

            Ctrl-C ends it.
            """;
    private static final String PAY = """
            %s pay%s "$(printf '%%s' "$answer" | sed 's/.*"invoiceReference":"\\([0-9]*\\)".*/\\1/')"

            """;

    private PrintedAddresses() {}

    /** @param data the folder that the user named */
    static String of(Runner runner, Optional<String> data) {
        return TEXT.formatted(
                runner.shopUrl(),
                runner.simulator()
                        .map(simulator -> "Phone       " + simulator.url() + "/phone\n")
                        .orElse(""),
                runner.apiUrl(),
                runner.secretKey(),
                proxied() ? " --noproxy '*'" : "",
                runner.simulator().map(simulator -> pay(data)).orElse(""));
    }

    private static String pay(Optional<String> data) {
        return PAY.formatted(
                program(), data.map(folder -> " --data " + quoted(folder)).orElse(""));
    }

    /** The script that started this, as it was called; from a build tool, the one in the project. */
    private static String program() {
        String called = System.getProperty("seqrpay.program", "./seqrpay");
        return called.matches("[A-Za-z0-9_./~-]+") ? called : quoted(called);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** curl would ask the proxy for what is on this machine. */
    private static boolean proxied() {
        return System.getenv("http_proxy") != null;
    }
}
