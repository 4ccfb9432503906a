package dev.seqrpay.cli;

import dev.seqrpay.local.aws.Project;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an {@code up} keeps what it knows. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "the data of an up, instead of .seqrpay in the project")
    private @Nullable Path folder;

    Path folder() {
        return given().orElseGet(() -> Project.find().data());
    }

    Optional<Path> given() {
        return Optional.ofNullable(folder);
    }
}
