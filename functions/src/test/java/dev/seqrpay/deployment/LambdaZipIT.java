package dev.seqrpay.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The archive that is deployed. It is made after the other tests, so this one runs after it. */
class LambdaZipIT {
    private static final Path ZIP = Path.of("target/lambda.zip");

    /** An entry that says nothing of its rights has none. */
    private static final Map<String, String> READ_WITH =
            Map.of("enablePosixFileAttributes", "true", "defaultPermissions", "---------");

    private static final String[] LIBRARIES = {
        "angus-activation",
        "auth",
        "aws-core",
        "aws-json-protocol",
        "aws-lambda-java-core",
        "checksums",
        "checksums-spi",
        "dynamodb",
        "endpoints-spi",
        "http-auth",
        "http-auth-aws",
        "http-auth-spi",
        "http-client-spi",
        "identity-spi",
        "istack-commons-runtime",
        "jackson-core",
        "jackson-jr-objects",
        "jakarta.activation-api",
        "jakarta.xml.bind-api",
        "jaxb-core",
        "jaxb-runtime",
        "json-utils",
        "metrics-spi",
        "profiles",
        "protocol-core",
        "qrcodegen",
        "reactive-streams",
        "regions",
        "retries",
        "retries-spi",
        "sdk-core",
        "secretsmanager",
        "slf4j-api",
        "slf4j-nop",
        "sqs",
        "third-party-jackson-core",
        "utils",
        // Lambda sets its function's name, and then the SDK keeps the trace of each call in a class of it
        "utils-lite"
    };

    private interface Check {
        void entry(Path entry) throws IOException;
    }

    private static void each(Check check) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(ZIP, READ_WITH);
                Stream<Path> entries = Files.walk(zip.getPath("/"))) {
            List<Path> all = entries.filter(entry -> entry.getNameCount() > 0).toList();
            assertThat(all).hasSizeGreaterThan(100);
            for (Path entry : all) check.entry(entry);
        }
    }

    /** Lambda runs as a user of its own: what only its builder may read fails with "Permission denied" at the first call. */
    @Test
    void everybody_may_read_every_entry_with_any_umask_of_the_builder() throws IOException {
        each(entry -> {
            Set<PosixFilePermission> stored = Files.getPosixFilePermissions(entry);
            assertThat(stored)
                    .as(entry.toString())
                    .contains(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.GROUP_READ,
                            PosixFilePermission.OTHERS_READ);
            if (Files.isDirectory(entry))
                assertThat(stored).as(entry.toString()).contains(PosixFilePermission.OTHERS_EXECUTE);
        });
    }

    /** Either switches off, or at the runtime's next patch breaks, the archive that Lambda's own runtime has. */
    @Test
    void no_archive_of_classes_is_in_it() throws IOException {
        each(entry -> assertThat(entry.toString()).doesNotEndWith(".jsa").doesNotEndWith(".aot"));
    }

    /**
     * The libraries of which some class is loaded while the functions make a payment, refund it and end it otherwise ({@code
     * docs/rationale.md} says how to see it), and one that only Lambda needs. A new version may bring more that nothing loads.
     */
    @Test
    void no_library_is_in_it_that_nothing_loads() throws IOException {
        Set<String> libraries = new TreeSet<>();
        each(entry -> {
            String name = entry.getFileName().toString();
            if (name.endsWith(".jar")) libraries.add(name.replaceFirst("-[0-9][0-9.]*\\.jar$", ""));
        });
        assertThat(libraries).containsExactlyInAnyOrder(LIBRARIES);
    }
}
