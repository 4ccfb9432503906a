package dev.seqrpay.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code seqrpay} in a clone where nothing is built. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for Unix; see CommandFileTest")
@Execution(ExecutionMode.CONCURRENT)
class SeqrpayScriptTest {
    @TempDir
    Path temporary;

    private Clone clone;

    @BeforeEach
    void makeAClone() throws IOException {
        clone = new Clone(temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "help, help",
        "--help, help",
        "help help, help",
        "fly -h, help",
        "help up, up",
        "up --help, up",
        "merchant shop -h, merchant"
    })
    void help_needs_neither_a_build_nor_java(String words, String verb) throws Exception {
        clone.environment.put("JAVA_HOME", "/nowhere");
        Run run = clone.start(words.split(" "));

        assertThat(run.exitStatus()).isZero();
        assertThat(run.out()).isEqualTo(clone.help(verb));
        assertThat(clone.builds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fly", "up,", ".*", "../up", "help fly"})
    void what_is_no_verb_is_not_worth_a_build(String words) throws Exception {
        Run run = clone.start(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(run.exitStatus()).isEqualTo(2);
        assertThat(run.err()).contains(words.replace("help ", ""), clone.help("help"));
        assertThat(clone.builds()).isZero();
    }

    /** It knows which verbs are like it. */
    @Test
    void what_is_no_verb_is_told_to_a_program_that_is_built() throws Exception {
        clone.write("go", "");
        clone.start("up").exitStatus();

        Run run = clone.start("fly");
        run.exitStatus();
        assertThat(run.out()).isEqualTo("runs fly\n");
        assertThat(clone.builds()).isEqualTo(1);
    }

    @Test
    void a_build_is_followed_by_the_program_with_its_words_and_its_exit_status() throws Exception {
        clone.write("go", "");
        Run run = clone.start("merchant", "a b", "--name", "The \"Shop\" $HOME");

        assertThat(run.exitStatus()).as(run.err()).isEqualTo(7);
        assertThat(run.out()).isEqualTo("runs merchant|a b|--name|The \"Shop\" $HOME\n");
    }

    @Test
    void a_build_says_what_it_fetches() throws Exception {
        clone.write("maven-says", """
                [INFO] Downloading from central: https://repo.example/a.jar
                [INFO] Downloaded from central: https://repo.example/a.jar (9.6 MB at 3.1 MB/s)
                [INFO] Downloaded from central: https://repo.example/b.jar (120 MB at 3.1 MB/s)
                [INFO] Downloaded from central: https://repo.example/c.pom (900 kB at 310 kB/s)
                [INFO] Downloaded from central: https://repo.example/d.pom (863 B at 2.5 kB/s)
                [INFO] --- compiler:3.16.0:compile (default-compile) @ seqrpay-functions ---
                """);
        Run run = clone.start("up");
        run.awaitErr("The first build fetches about 145 MB");
        run.awaitErr("MB fetched, compile of seqrpay-functions");
        clone.write("go", "");

        run.exitStatus();
        assertThat(run.err()).containsPattern("Built: [0-9]+ s, 131 MB fetched\n");
    }

    @Test
    void verbs_that_are_called_at_once_build_once() throws Exception {
        Run first = clone.start("up");
        first.awaitErr("Building seqrpay");
        Run second = clone.start("pay", "1");
        second.awaitErr("Another ./seqrpay is building; waiting for it.");
        clone.write("go", "");

        assertThat(first.exitStatus()).isEqualTo(7);
        assertThat(second.exitStatus()).isEqualTo(7);
        assertThat(clone.builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void a_build_that_was_ended_leaves_nothing_that_stops_the_next(String signal) throws Exception {
        Run ended = clone.start("up");
        ended.awaitErr("Building seqrpay");
        while (clone.builds() == 0) Thread.sleep(20);
        ended.signal(signal);
        assertThat(ended.exitStatus()).isNotZero();
        assertThat(ended.out()).isEmpty();

        clone.write("go", "");
        Run next = clone.start("up");
        assertThat(next.exitStatus()).as(next.err()).isEqualTo(7);
        assertThat(next.err()).doesNotContain("Another");
        assertThat(clone.builds()).isEqualTo(2);
    }

    @Test
    void a_build_that_fails_says_why_and_is_tried_again() throws Exception {
        clone.write("go", "");
        clone.write("fails", "");
        Run failed = clone.start("up");
        assertThat(failed.exitStatus()).isEqualTo(1);
        assertThat(failed.err()).contains("[ERROR] Something is wrong", "build.log");
        assertThat(failed.out()).isEmpty();

        Files.delete(clone.folder.resolve("fails"));
        assertThat(clone.start("up").exitStatus()).isEqualTo(7);
    }

    @Test
    void what_is_built_is_built_again_only_when_a_source_has_changed_or_a_result_is_gone() throws Exception {
        clone.write("go", "");
        clone.start("up").exitStatus();
        clone.start("up").exitStatus();
        assertThat(clone.builds()).isEqualTo(1);

        Path changed = clone.write("local/dynamodb/src/x", "");
        Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(1)));
        clone.start("up").exitStatus();
        assertThat(clone.builds()).isEqualTo(2);

        Files.setLastModifiedTime(changed, FileTime.fromMillis(0));
        Files.delete(clone.folder.resolve("functions/target/classes"));
        clone.start("up").exitStatus();
        assertThat(clone.builds()).isEqualTo(3);
    }

    @Test
    void an_old_java_and_none_are_named() throws Exception {
        clone.environment.put("JAVA_HOME", clone.folder.resolve("jdk").toString());
        Run none = clone.start("up");
        assertThat(none.exitStatus()).isEqualTo(1);
        assertThat(none.err()).contains("needs a JDK 17 or newer", clone.folder + "/jdk/bin/java");

        Path java = clone.write("jdk/bin/java", "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Run old = clone.start("up");
        assertThat(old.exitStatus()).isEqualTo(1);
        assertThat(old.err()).contains("needs a JDK 17 or newer", "is 11", "JAVA_HOME");
        assertThat(clone.builds()).isZero();
    }

    @Test
    void it_can_be_called_by_a_link_from_elsewhere() throws Exception {
        clone.write("go", "");
        Path bin = Files.createDirectories(temporary.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("seqrpay"), Path.of("../a clone/seqrpay"));
        Process run = new ProcessBuilder("sh", bin.resolve("seqrpay").toString(), "up").start();

        assertThat(run.waitFor()).isEqualTo(7);
    }

    @Test
    void script_and_build_look_at_the_same_modules() throws IOException {
        String script = Files.readString(clone.folder.resolve("seqrpay"));
        String modules = script.replaceAll("(?s).*\\nmodules=\"(.*?)\"\\n.*", "$1");

        assertThat(Set.of(("local/dynamodb " + modules).split(" "))).isEqualTo(Set.copyOf(Build.MODULES));
        assertThat(script).contains("for module in local/dynamodb $modules; do");
    }
}
