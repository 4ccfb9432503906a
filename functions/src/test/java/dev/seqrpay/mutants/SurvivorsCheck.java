package dev.seqrpay.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The end of {@code ./mvnw -Pmutants} (docs/mutants.md): what survives is what is listed, so that the list only shrinks. */
class SurvivorsCheck {
    private static final String MUTANTS = System.getProperty("mutants");

    @Test
    void only_those_survive_that_are_listed_with_a_reason() throws IOException {
        Path report = Path.of("target", "mutants", MUTANTS, "mutations.csv");

        Survivors reported = Survivors.reported(Files.readAllLines(report));

        assertThat(reported.against(Survivors.listed(Files.readAllLines(SurvivorsTest.list(MUTANTS)))))
                .as("against %s, by lines in %s", SurvivorsTest.list(MUTANTS), report)
                .isEmpty();
    }
}
