package dev.seqrpay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One text says what there is, and says it of what there is. */
class HelpTest {
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)--[a-z-]+");

    @Test
    void every_option_that_a_verb_takes_is_in_the_help_and_no_other() {
        Set<String> taken = new TreeSet<>(Up.OPTIONS);
        for (Set<String> more : List.of(
                SeqrOptions.NAMES,
                PhoneCommand.OPTIONS,
                MerchantCommand.OPTIONS,
                Simulate.OPTIONS,
                SimulatorCommand.OPTIONS)) taken.addAll(more);

        assertThat(options(Help.text())).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/local.md"})
    void a_document_names_no_verb_and_no_option_that_is_not_there(String name) throws IOException {
        String document = Files.readString(Project.find().folder().resolve(name));

        assertThat(options(Help.text()))
                .containsAll(options(document.replace("`", " ").replaceAll("sam [^\n]*", "")));
        assertThat(verbs("\\./seqrpay ([a-z]+)", Help.text())).containsAll(verbs("\\./seqrpay ([a-z]+)", document));
    }

    /** As batch files and old terminals print it. */
    @Test
    void it_is_ascii_and_fits_a_terminal() {
        assertThat(Help.text()).matches("[\\x20-\\x7e\n]+\n");
        assertThat(Help.text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    private static Set<String> options(String text) {
        return found(OPTION, 0, text);
    }

    private static Set<String> verbs(String pattern, String text) {
        return found(Pattern.compile(pattern), 1, text);
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(group)));
        return found;
    }
}
