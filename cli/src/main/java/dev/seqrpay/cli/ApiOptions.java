package dev.seqrpay.cli;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which payment API is called, and as which shop: a deployed one, or that of the {@code up} that runs as its demo shop. */
final class ApiOptions {
    private static final String URL = "SEQRPAY_API";
    private static final String KEY = "SEQRPAY_KEY";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(
            names = "--api",
            paramLabel = "URL",
            description = "of a deployed stack, with its key in the variable SEQRPAY_KEY; else the up that runs")
    private @Nullable URI api;

    @Mixin
    private DataOption data;

    ShopApi api() {
        String key = System.getenv(KEY);
        Optional<URI> named = Optional.ofNullable(api)
                .or(() -> Optional.ofNullable(System.getenv(URL)).map(URI::create));
        if (named.isEmpty()) return running(key);
        if (key == null || key.isBlank())
            throw new ParameterException(
                    verb.commandLine(), "The key of " + named.get() + " is read from the variable " + KEY);
        return new ShopApi(named.get(), key);
    }

    private ShopApi running(@Nullable String key) {
        RunningStack up = up();
        return new ShopApi(URI.create(up.api()), key == null ? up.key() : key);
    }

    RunningStack up() {
        return RunningStack.in(data.folder())
                .orElseThrow(() -> new FailedException(
                        "No ./seqrpay up runs on " + data.folder() + ": start one, or name a deployed API with --api"));
    }
}
