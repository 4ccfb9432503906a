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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulation that finds nothing proves something only if it would find what is there. */
class PlantedBugTest {
    private static final Path PROJECT = Project.find().folder();

    private static final Path PATCHES = PROJECT.resolve("simulation/src/main/resources/dev/seqrpay/simulation/bug");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static List<PlantedBug> bugs() {
        return PlantedBug.all();
    }

    /** All of them take minutes: see docs/simulation.md. */
    @Tag("planted-bugs")
    @ParameterizedTest
    @MethodSource("bugs")
    void is_found_unless_nothing_is_lost_by_it(PlantedBug bug) {
        look(bug);
    }

    /** One of each room: who asks, who cancels, who gives back, who hears, what is stored. */
    @ParameterizedTest
    @ValueSource(strings = {"no-lease", "takes-51-as-cancelled", "trusts-the-notification"})
    void is_found_in_every_build(String bug) {
        look(PlantedBug.named(bug));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void fits_the_source(PlantedBug bug) throws IOException {
        String source = Files.readString(PROJECT.resolve(bug.source()));

        assertThat(bug.plant(source)).isNotEqualTo(source);
    }

    /** Git knows more of patches than we do, but is not there when the sources came as an archive. */
    @ParameterizedTest
    @MethodSource("bugs")
    @EnabledIf("isGitThere")
    void is_a_patch_that_git_would_apply(PlantedBug bug) throws IOException, InterruptedException {
        Process git = git("apply", "--check", PATCHES.resolve(bug + ".patch").toString());

        assertThat(new String(git.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(git.waitFor()).isZero();
    }

    static boolean isGitThere() throws InterruptedException {
        try {
            return git("--version").waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return Git that takes the project for a folder by itself, whichever repository it lies in */
    private static Process git(String... words) throws IOException {
        ProcessBuilder git = new ProcessBuilder(
                Stream.concat(Stream.of("git"), Stream.of(words)).toList());
        git.environment().put("GIT_CEILING_DIRECTORIES", PROJECT.getParent().toString());
        return git.directory(PROJECT.toFile()).start();
    }

    @Test
    void each_patch_is_in_the_list_once() {
        List<String> listed = bugs().stream().map(bug -> bug + ".patch").toList();

        assertThat(PATCHES).isDirectory();
        assertThat(PATCHES.toFile().list((folder, name) -> name.endsWith(".patch")))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    private void look(PlantedBug bug) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Predicate<List<String>> simulation = Mutant.command(bug, PROJECT, SimulateCommand.class, print);

        // what hardly ever happens by chance is in the orders of two handlers
        boolean kept = simulation.test(List.of("--payments", bug.isEquivalent() ? "5000" : "200000"))
                && (bug.isEquivalent() || simulation.test(List.of("--interleavings", "2")));

        assertThat(kept).as(bug + "\n" + said()).isEqualTo(bug.isEquivalent());
        if (!kept) assertThat(said()).contains("Violation (");
    }

    @Test
    void at_least_fifty_lose_something() {
        assertThat(bugs().stream().filter(bug -> !bug.isEquivalent())).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void lines_that_are_no_longer_there_are_noticed() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> PlantedBug.named("no-lease").plant("class Settlement {}"))
                .withMessageContaining("no-lease");
    }

    @Test
    void a_violation_is_shrunk_to_what_it_takes() {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        Mutant.command(PlantedBug.named("takes-51-as-cancelled"), PROJECT, SimulateCommand.class, print)
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
