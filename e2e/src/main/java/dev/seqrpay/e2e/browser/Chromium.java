package dev.seqrpay.e2e.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running Chromium with nothing on its screen and nothing in its memory. It makes no request by itself. */
public final class Chromium implements AutoCloseable {
    private static final List<String> TALKATIVE =
            List.of("Translate", "OptimizationHints", "MediaRouter", "AutofillServerCommunication");
    /** A page of its own for each window's address bar, and a process in reserve: two thirds of what a tab costs. */
    private static final List<String> COSTLY = List.of(
            "WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess");

    private static final List<String> OPTIONS = List.of(
            "--headless",
            "--remote-debugging-port=0",
            "--no-sandbox", // only pages of this machine, and root has none
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-features="
                    + String.join(
                            ",",
                            Stream.of(TALKATIVE, COSTLY).flatMap(List::stream).toList()),
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--lang=en");
    private static final String LISTENING = "DevTools listening on ";
    private static final int STOPS_WITHIN_SECONDS = 5;

    private final Path profile;
    private final Process process;
    private final DevTools tools;

    private Chromium(Path profile, Process process) throws IOException {
        this.profile = profile;
        this.process = process;
        this.tools = new DevTools(address());
    }

    public static Chromium start(Path executable) {
        try {
            Path profile = Files.createTempDirectory("seqrpay-chromium");
            List<String> command = new ArrayList<>(List.of(executable.toString()));
            command.addAll(OPTIONS);
            command.add("--user-data-dir=" + profile);
            return new Chromium(profile, new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address() throws IOException {
        BufferedReader errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (!line.startsWith(LISTENING)) continue;
            Thread reader = new Thread(() -> errors.lines().forEach(each -> {}), "chromium-errors");
            reader.setDaemon(true);
            reader.start();
            return URI.create(line.substring(LISTENING.length()).strip());
        }
        throw new IOException("Chromium ended before it had started");
    }

    /** A tab in a browser of its own: no other one shares cookies, cache or history with it. */
    public Tab open(Device device) {
        return new Visitor(tools).open(device);
    }

    @Override
    public void close() {
        try {
            tools.send("", "Browser.close", Map.of());
            if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
            tools.close();
            delete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException leftBehind) {
            profile.toFile().deleteOnExit();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
