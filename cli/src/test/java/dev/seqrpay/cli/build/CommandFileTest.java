package dev.seqrpay.cli.build;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code seqrpay.cmd} as far as it can be read where there is no Windows: it starts what the script for Unix starts. */
class CommandFileTest {
    private static final Path FOLDER = Project.find().folder();
    private static final String BUILD = "cli/src/main/java/dev/seqrpay/cli/build/Build.java";

    private final String script = Files.readString(FOLDER.resolve("seqrpay"));
    private final String command = Files.readString(FOLDER.resolve("seqrpay.cmd"), US_ASCII);
    private final String commandInUnixForm = command.replace("%home%", "$home")
            .replace("%quick%", "$quick")
            .replace("%~0", "$0")
            .replace('\\', '/');

    CommandFileTest() throws IOException {}

    @Test
    void both_run_the_program_on_the_same_class_path_with_the_same_options() {
        List<String> unix = words(lineWith(script, "exec \"$java\""));
        List<String> windows =
                words(lineWith(commandInUnixForm, "dev.seqrpay.cli.Main").replace("%classes%;", "$classes"));

        assertThat(windows.subList(1, windows.size() - 1)).isEqualTo(unix.subList(2, unix.size() - 1));
        assertThat(unix).contains("$quick", "dev.seqrpay.cli.Main", "-Dseqrpay.home=$home");
        assertThat(lineWith(commandInUnixForm, "classes=")).isEqualTo("set \"classes=" + classPath() + "\"");
        assertThat(lineWith(command, "quick="))
                .contains(lineWith(script, "quick=").replace("\"", ""));
    }

    @Test
    void both_build_with_the_same_program_and_print_the_same_help() {
        assertThat(script).contains("\"$home/" + BUILD + "\" \"$home\"");
        assertThat(commandInUnixForm).contains("\"$home/" + BUILD + "\" \"$home\"");
        assertThat(script).contains("help=$home/cli/help\n", "\"$help/$verb.txt\"", "\"$help/help.txt\"");
        assertThat(commandInUnixForm.replace("%help%", "$help").replace("%verb%", "$verb"))
                .contains("\"help=$home/cli/help\"", "\"$help/$verb.txt\"", "\"$help/help.txt\"");
    }

    @Test
    void cmd_wants_its_own_line_ends_and_finds_every_label() {
        assertThat(command.replace("\r\n", "")).doesNotContain("\n", "\r");
        Matcher jumps = Pattern.compile("goto ([a-z]+)").matcher(command);
        while (jumps.find()) assertThat(command).contains("\r\n:" + jumps.group(1) + "\r\n");
    }

    private String classPath() {
        String modules = lineWith(script, "modules=").replaceAll("modules=\"(.*)\"", "$1");
        return Stream.of(modules.split(" "))
                .map(module -> "$home/" + module + "/target/classes")
                .collect(Collectors.joining(";"));
    }

    private static String lineWith(String text, String part) {
        return text.lines().filter(line -> line.contains(part)).findFirst().orElseThrow();
    }

    /** Split at blanks; what stands in quotes is one word, without them. */
    private static List<String> words(String line) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(line.replaceAll("(\\S)\"|\"(\\S)", "$1\"$2"))
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
    }
}
