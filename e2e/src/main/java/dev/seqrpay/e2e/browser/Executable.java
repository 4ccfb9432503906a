package dev.seqrpay.e2e.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this machine has a Chromium, or any browser that is made from it. */
public final class Executable {
    public static final String HOW_TO_GET_ONE =
            "No Chromium, Chrome or Edge was found. Install one (Debian: apt-get install chromium), or name it in CHROMIUM.";

    /** First those that have no window to draw: a tab costs them half. */
    private static final List<String> COMMANDS = List.of(
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "microsoft-edge");

    private static final List<String> MAC = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    private static final List<String> WINDOWS =
            List.of("Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe");

    private Executable() {}

    /** The one that {@code CHROMIUM} names, else the first on the PATH, else the first in one of the usual places. */
    public static Optional<Path> find() {
        return candidates().filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> candidates() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) return Stream.of(Path.of(named));
        return Stream.of(onPath(), MAC.stream().map(Path::of), onWindows()).flatMap(each -> each);
    }

    private static Stream<Path> onPath() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return COMMANDS.stream().flatMap(command -> folders.stream().map(folder -> Path.of(folder, command)));
    }

    private static Stream<Path> onWindows() {
        return Stream.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .flatMap(folder -> WINDOWS.stream().map(program -> Path.of(folder, program)));
    }
}
