package dev.seqrpay.cli;

import dev.seqrpay.local.aws.Project;
import java.nio.file.Path;

/** {@code --data FOLDER}: where an {@code up} keeps what it knows, by default in the project. */
final class DataOption {
    static final String NAME = "--data";

    private DataOption() {}

    static Path of(Arguments arguments) {
        return arguments.option(NAME).map(Path::of).orElseGet(() -> Project.find()
                .data());
    }
}
