package dev.seqrpay.local;

/** What to open, and what to paste, once everything runs. */
final class Addresses {
    private static final String TEXT = """

            Demo shop   %1$s
            Timeline    %1$s/timeline
            %2$sAPI         %3$s
            API key     %4$s

            A checkout from the command line:

            curl -sS %3$s/checkout \\
              -H 'Authorization: Bearer %4$s' \\
              -H "Idempotency-Key: $(date +%%s)" -H 'Content-Type: application/json' \\
              -d '{"orderId":"1001","title":"One cup","totalAmount":{"currency":"SEK","value":"249.00"},
                   "invoiceRows":[{"itemDescription":"Cup","itemQuantity":"1","itemTotalAmount":{"currency":"SEK","value":"249.00"}}],
                   "backURL":"%1$s/"}'

            Ctrl-C ends it.
            """;

    private Addresses() {}

    static String of(Runner runner) {
        return TEXT.formatted(
                runner.shopUrl(),
                runner.simulator()
                        .map(simulator -> "Phone       " + simulator.url() + "/phone\n")
                        .orElse(""),
                runner.apiUrl(),
                runner.secretKey());
    }
}
