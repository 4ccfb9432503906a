package dev.seqrpay.cli.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A running script, and what it has said. */
final class Run {
    private static final int HANGS_AFTER_SECONDS = 120;

    private final Path out = Files.createTempFile("out", ".txt");
    private final Path err = Files.createTempFile("err", ".txt");
    private final Process process;

    Run(ProcessBuilder builder) throws IOException {
        process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    int exitStatus() throws InterruptedException {
        assertThat(process.waitFor(HANGS_AFTER_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out, UTF_8);
    }

    String err() throws IOException {
        return Files.readString(err, UTF_8);
    }

    void awaitErr(String text) throws Exception {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANGS_AFTER_SECONDS); !err().contains(text); ) {
            assertThat(System.nanoTime()).as(err()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** To all that a terminal would send it to: the script and what it has started. */
    void signal(String name) throws Exception {
        StringBuilder pids = new StringBuilder(String.valueOf(process.pid()));
        process.descendants().forEach(each -> pids.append(' ').append(each.pid()));
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pids).start().waitFor();
    }
}
