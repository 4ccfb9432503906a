package dev.seqrpay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What the scripts print without a build, and what documents say, is what the verbs take. {@code -Dhelp=write} writes
 * {@code cli/help/} again: {@code ./mvnw -pl cli -am test -Dtest=HelpTest -Dsurefire.failIfNoSpecifiedTests=false -Dhelp=write}.
 */
class HelpTest {
    private static final Path HOME = Project.find().folder();
    private static final Path FILES = HOME.resolve("cli/help");
    private static final CommandLine SEQRPAY = Main.commandLine(System.out, System.err);
    private static final Map<String, CommandLine> VERBS = SEQRPAY.getSubcommands();
    private static final Pattern OPTION = Pattern.compile("(?<![\\S])--[a-z-]+");
    private static final Pattern COMMAND = Pattern.compile("\\./seqrpay ([a-z]+)([^`\n]*)");
    /** Options of the programs that operations.md speaks of beside this one. */
    private static final Set<String> OF_OTHERS = Set.of("--guided", "--stack-name");

    static Stream<String> files() {
        return VERBS.keySet().stream();
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(HOME.resolve("docs"))) {
            return Stream.concat(Stream.of(HOME.resolve("README.md")), docs.filter(HelpTest::isDocument))
                    .toList()
                    .stream();
        }
    }

    private static boolean isDocument(Path file) {
        return file.toString().endsWith(".md");
    }

    private static String usage(String verb) {
        return (verb.equals("help") ? SEQRPAY : VERBS.get(verb)).getUsageMessage();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_says_what_the_verb_says(String verb) throws IOException {
        Path file = FILES.resolve(verb + ".txt");
        if ("write".equals(System.getProperty("help"))) Files.writeString(file, usage(verb));

        assertThat(file).as("-Dhelp=write writes it again").hasContent(usage(verb));
    }

    @Test
    void there_is_no_file_without_a_verb() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(VERBS.keySet());
        }
    }

    /** As batch files and old terminals print it. */
    @ParameterizedTest
    @MethodSource("files")
    void it_is_ascii_and_fits_a_terminal(String verb) {
        assertThat(usage(verb)).matches("[\\x20-\\x7e\n]+\n");
        assertThat(usage(verb).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    /** Where the script for Windows looks for a verb. */
    @Test
    void each_verb_begins_a_line() {
        assertThat(VERBS.keySet()).allSatisfy(verb -> assertThat(usage("help")).contains("\n  " + verb + " "));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_names_no_option_that_is_not_there(Path document) throws IOException {
        Set<String> taken = new TreeSet<>(OF_OTHERS);
        VERBS.values().forEach(verb -> taken.addAll(options(verb)));
        String text = Files.readString(document).replaceAll("\\b(sam|aws) [^\n]*", "");

        assertThat(taken).containsAll(options(text));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_names_no_verb_that_is_not_there_and_none_with_options_of_another(Path document) throws IOException {
        COMMAND.matcher(Files.readString(document)).results().forEach(HelpTest::check);
    }

    private static void check(MatchResult command) {
        assertThat(VERBS).containsKey(command.group(1));
        assertThat(options(VERBS.get(command.group(1)))).containsAll(options(command.group(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port-base", "--data", "--seqr", "--password", "--simulator"})
    void an_option_of_several_verbs_is_the_same_in_each(String option) {
        Map<String, String> descriptions = new TreeMap<>();
        VERBS.forEach((name, verb) -> {
            if (options(verb).contains(option))
                descriptions.put(name, verb.getCommandSpec().findOption(option).description()[0]);
        });

        assertThat(descriptions).isNotEmpty();
        assertThat(Set.copyOf(descriptions.values())).hasSize(1);
    }

    private static Set<String> options(CommandLine verb) {
        return verb.getCommandSpec().optionsMap().keySet();
    }

    private static Set<String> options(String text) {
        return OPTION.matcher(text.replaceAll("[`(]", " "))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
