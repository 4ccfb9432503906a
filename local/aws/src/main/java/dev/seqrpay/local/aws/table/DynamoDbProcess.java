package dev.seqrpay.local.aws.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local in a process of its own, which lives as long as this one: it ends when the pipe to it does, and that is
 * so however this process ends.
 */
public final class DynamoDbProcess implements AutoCloseable {
    private static final int FIRST_JAVA_THAT_WARNS_OF_NATIVE_CODE = 22;

    private static final int STOPS_WITHIN_SECONDS = 5;

    private static @Nullable DynamoDbProcess shared;

    private final Process process;
    private int port;

    private DynamoDbProcess(Process process) {
        this.process = process;
    }

    /** @param build where {@code local/dynamodb} was built, with classes and lib in it */
    public static DynamoDbProcess inMemory(Path build) {
        return start(build, List.of("0"));
    }

    /** One in memory for all who ask in this JVM, with which it ends: a start costs more than what most of them do with it. */
    public static synchronized DynamoDbProcess shared(Path build) {
        if (shared == null) shared = inMemory(build);
        return shared;
    }

    public static DynamoDbProcess inFolder(Path build, Path folder) {
        return start(build, List.of("0", folder.toString()));
    }

    /** Waits until it answers. A caller that has more to start does so before. */
    public synchronized String url() {
        if (port == 0) port = readPort();
        return "http://127.0.0.1:" + port;
    }

    private static DynamoDbProcess start(Path build, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(ownersOnly(command(build, arguments)));
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return new DynamoDbProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> command(Path build, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        if (Runtime.version().feature() >= FIRST_JAVA_THAT_WARNS_OF_NATIVE_CODE)
            command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dsqlite4java.library.path=" + build.resolve("lib"));
        command.addAll(List.of("-cp", build.resolve("classes") + File.pathSeparator + build.resolve("lib") + "/*"));
        command.add("dev.seqrpay.local.dynamodb.DynamoDbLocal");
        command.addAll(arguments);
        return command;
    }

    /** It makes files of its own. */
    private static List<String> ownersOnly(List<String> command) {
        if (File.separatorChar == '\\') return command;
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh"));
        shell.addAll(command);
        return shell;
    }

    private int readPort() {
        try {
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
            if (line == null) throw new IOException("DynamoDB Local ended before it had started");
            return Integer.parseInt(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end, because until then the folder is its. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
