package dev.seqrpay.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The libraries that the program starts with. */
class ClassPathTest {
    private static final Path LIBRARIES = Path.of("target/lib");

    /** Of two that do not fit, SLF4J complains on standard error at each start. */
    @Test
    void the_logging_that_is_switched_off_has_the_version_of_its_interface() throws IOException {
        assertThat(versions("slf4j-api-")).hasSize(1).isEqualTo(versions("slf4j-nop-"));
    }

    private static List<String> versions(String library) throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(library))
                    .map(name -> name.substring(library.length()))
                    .toList();
        }
    }
}
