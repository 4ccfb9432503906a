package dev.seqrpay.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of {@code ./mvnw -Pmutants} (docs/mutants.md): what survives is what is listed, so that the list only shrinks. */
class SurvivorsCheck {
    private static final String MUTANTS = System.getProperty("mutants");

    @Test
    void only_those_survive_that_are_listed_with_a_reason() throws IOException {
        Path report = Path.of("target", "mutants", MUTANTS, "mutations.csv");
        Path list = Path.of("src", "test", "mutants", MUTANTS + ".txt");
        List<String> known = Files.exists(list) ? Files.readAllLines(list) : List.of();

        assertThat(Survivors.reported(Files.readAllLines(report)).against(Survivors.listed(known)))
                .as("against %s, by lines in %s", list, report)
                .isEmpty();
    }
}
