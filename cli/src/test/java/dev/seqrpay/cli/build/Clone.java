package dev.seqrpay.cli.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.local.aws.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * A clone with nothing built in it, in a folder with a space in its name. The scripts and the help are the real ones; the
 * Maven in it notes that it was called, says what it is told to say, waits for the file {@code go} and makes the folders.
 */
final class Clone {
    private static final List<String> CAN_BE_INTERRUPTED = interruptible();

    private static final Path PROJECT = Project.find().folder();
    private static final String MAVEN = """
            echo called >> maven-calls
            cat maven-says 2>/dev/null
            until [ -e go ]; do sleep 0.05; done
            [ ! -e fails ] || { echo '[ERROR] Something is wrong'; exit 1; }
            for module in %s; do mkdir -p $module/target/classes; done
            cp -r program/* cli/target/classes
            """.formatted(String.join(" ", Build.MODULES));
    private static final String PROGRAM = """
            package dev.seqrpay.cli;
            public class Main {
                public static void main(String[] args) {
                    System.out.println("runs " + String.join("|", args));
                    System.exit(7);
                }
            }
            """;

    final Path folder;
    final Map<String, String> environment = new HashMap<>();

    Clone(Path parent) throws IOException {
        folder = Files.createDirectories(parent.resolve("a clone"));
        for (String file : List.of("seqrpay", "seqrpay.cmd", "cli/src/main/java/dev/seqrpay/cli/build/Build.java"))
            copy(file);
        for (String verb : List.of("help", "up", "pay", "merchant")) copy(helpFile(verb));
        write("pom.xml", "");
        for (String module : Build.MODULES) {
            write(module + "/pom.xml", "");
            Files.createDirectories(folder.resolve(module).resolve("src"));
        }
        write("mvnw", MAVEN);
        compile();
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.copy(PROJECT.resolve(file), folder.resolve(file));
    }

    private void compile() throws IOException {
        Path source = write("program/Main.java", PROGRAM);
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", source.getParent().toString(), source.toString());
    }

    Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * A build in the background of a script ignores Ctrl-C, and so does all that it starts (POSIX, "Shell Command Language",
     * 2.11). GNU's {@code env} gives a program the signal back; where it cannot, the tests have to run in the foreground.
     */
    private static List<String> interruptible() {
        List<String> env = List.of("env", "--default-signal=INT");
        try {
            List<String> trial = new ArrayList<>(env);
            trial.add("true");
            Process started =
                    new ProcessBuilder(trial).redirectErrorStream(true).start();
            return started.waitFor() == 0 ? env : List.of();
        } catch (IOException missing) {
            return List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Run start(String... words) throws IOException {
        List<String> command = new ArrayList<>(CAN_BE_INTERRUPTED);
        command.addAll(List.of("sh", folder.resolve("seqrpay").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "https_proxy", "HTTPS_PROXY"));
        builder.environment().putAll(environment);
        return new Run(builder);
    }

    /** How often Maven has been called. */
    int builds() throws IOException {
        Path calls = folder.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    String help(String verb) throws IOException {
        return Files.readString(folder.resolve(helpFile(verb)), UTF_8);
    }

    private static String helpFile(String verb) {
        return "cli/help/" + verb + ".txt";
    }
}
