package dev.seqrpay.e2e.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs a main class of the tests; lines go in and out. It ends with its input, so with this one. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private ChildProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.in = process.outputWriter(UTF_8);
    }

    static ChildProcess start(Class<?> main) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx256m",
                // as in the template
                "-Dsun.net.http.retryPost=false",
                "-Dhttp.KeepAlive.remainingData=0",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that it prints, {@code null} once it has ended. */
    String read() {
        try {
            return out.readLine();
        } catch (IOException killed) {
            return null;
        }
    }

    synchronized void write(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does: no hook, no finally block, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) throw new AssertionError("still alive");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
