package dev.seqrpay.simulation.bug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.simulation.SimulateCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that finds nothing proves something only if it would find what is there. */
class PlantedBugTest {
    private static final Path PROJECT = Project.find().folder();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** All of them take minutes: see docs/simulation.md. */
    @Tag("planted-bugs")
    @ParameterizedTest
    @EnumSource
    void is_found_unless_nothing_is_lost_by_it(PlantedBug bug) {
        look(bug);
    }

    /** One of each room: who asks, who cancels, who gives back, who hears, what is stored. */
    @ParameterizedTest
    @EnumSource(names = {"NO_LEASE", "TAKES_51_AS_CANCELLED", "TRUSTS_THE_NOTIFICATION"})
    void is_found_in_every_build(PlantedBug bug) {
        look(bug);
    }

    @ParameterizedTest
    @EnumSource
    void has_its_line_in_the_source_once(PlantedBug bug) throws IOException {
        String source = Files.readString(PROJECT.resolve(bug.source()));

        assertThat(bug.planted(source)).isNotEqualTo(source);
    }

    private void look(PlantedBug bug) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Predicate<List<String>> simulation = Mutant.command(bug, PROJECT, SimulateCommand.class, print);

        // what hardly ever happens by chance is in the orders of two handlers
        boolean kept = simulation.test(List.of("--payments", bug.isEquivalent() ? "5000" : "100000"))
                && (bug.isEquivalent() || simulation.test(List.of("--interleavings", "2")));

        assertThat(kept).as(bug + "\n" + said()).isEqualTo(bug.isEquivalent());
        if (!kept) assertThat(said()).contains("Violation (");
    }

    @Test
    void at_least_fifty_lose_something() {
        assertThat(Arrays.stream(PlantedBug.values()).filter(bug -> !bug.isEquivalent()))
                .hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void a_line_that_is_no_longer_there_is_noticed() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> PlantedBug.NO_LEASE.planted("class Settlement {}"))
                .withMessageContaining("no-lease");
    }

    @Test
    void a_violation_is_shrunk_to_what_it_takes() {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        Mutant.command(PlantedBug.TAKES_51_AS_CANCELLED, PROJECT, SimulateCommand.class, print)
                .test(List.of("--payments", "100000"));

        assertThat(said())
                .contains(
                        "Again: ./seqrpay simulate --seed",
                        "What it takes: 1 of 50 payments",
                        "SEQR's ledger:",
                        "Our ledger:");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
