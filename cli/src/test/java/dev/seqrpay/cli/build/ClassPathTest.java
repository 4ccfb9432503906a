package dev.seqrpay.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The libraries that the program starts with. */
class ClassPathTest {
    /** Of two that do not fit, SLF4J complains on standard error at each start. */
    @Test
    void the_logging_that_is_switched_off_has_the_version_of_its_interface() {
        assertThat(versions("slf4j-api-")).hasSize(1).isEqualTo(versions("slf4j-nop-"));
    }

    private static List<String> versions(String library) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> new File(entry).getName())
                .filter(name -> name.startsWith(library))
                .map(name -> name.substring(library.length()))
                .toList();
    }
}
