package dev.seqrpay.cli.build;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code java Build.java HOME}: builds what is stale and shows that it works. Programs that ask at the same time wait for the
 * one that builds. The exit status is 1 if there is nothing to run in the end.
 *
 * <p>The scripts run it from its source, when nothing is compiled yet: so it is one file, knows the JDK alone, and is written
 * for Java 11, so that an old JDK is told that it is old. The lock is the operating system's: it ends with the process.
 */
public final class Build {
    static final List<String> MODULES = List.of(
            "contract",
            "payment",
            "loopback",
            "simulator",
            "local/dynamodb",
            "local/aws",
            "functions",
            "local",
            "simulation",
            "e2e",
            "cli");
    private static final int OLDEST_JAVA = 17;
    private static final int SHOWN_LINES = 12;

    private final Path home;
    private final PrintStream err;
    private final boolean terminal;

    Build(Path home, PrintStream err, boolean terminal) {
        this.home = home;
        this.err = err;
        this.terminal = terminal;
    }

    public static void main(String[] args) throws Exception {
        boolean terminal = args.length > 1 && args[1].equals("terminal");
        System.exit(new Build(Path.of(args[0]), System.err, terminal).run() ? 0 : 1);
    }

    private boolean run() throws InterruptedException {
        if (Runtime.version().feature() < OLDEST_JAVA)
            return refuse("seqrpay needs a JDK " + OLDEST_JAVA + " or newer; " + System.getProperty("java.home")
                    + " is " + Runtime.version().feature() + ". Set JAVA_HOME to a newer one.");
        try (FileChannel channel = open(Files.createDirectories(target()).resolve("build.lock"));
                FileLock lock = lock(channel)) {
            return lock.isValid() && (!isStale() || build());
        } catch (AccessDeniedException e) {
            return refuse("seqrpay builds in its own folder and may not write " + e.getFile()
                    + ": clone it to where you may write.");
        } catch (FileSystemException e) {
            return refuse(e.getMessage() + " (a running ./seqrpay up may hold it: stop that first)");
        } catch (IOException e) {
            return refuse("The build failed: " + e.getMessage());
        }
    }

    private boolean refuse(String why) {
        err.println(why);
        return false;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private FileLock lock(FileChannel channel) throws IOException {
        FileLock free = channel.tryLock();
        if (free != null) return free;
        err.println("Another ./seqrpay is building; waiting for it.");
        return channel.lock();
    }

    private boolean isStale() throws IOException {
        Path built = target().resolve("built");
        if (!Files.exists(built)) return true;
        FileTime then = Files.getLastModifiedTime(built);
        for (String module : MODULES) if (isStale(home.resolve(module), then)) return true;
        return isNewer(home.resolve("pom.xml"), then);
    }

    private static boolean isStale(Path module, FileTime built) throws IOException {
        return !Files.isDirectory(module.resolve("target/classes"))
                || isNewer(module.resolve("pom.xml"), built)
                || isNewer(module.resolve("src"), built);
    }

    private static boolean isNewer(Path tree, FileTime than) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : (Iterable<Path>) paths::iterator)
                if (Files.getLastModifiedTime(path).compareTo(than) > 0) return true;
            return false;
        }
    }

    private boolean build() throws IOException, InterruptedException {
        Path built = target().resolve("built");
        if (!Files.exists(built))
            err.println(
                    "Building seqrpay. The first build fetches about 145 MB, Maven and libraries, and takes one to four"
                            + " minutes; later ones take seconds.");
        // libraries of an earlier build would stay on the class path
        delete(target().resolve("lib"));
        delete(home.resolve("local/dynamodb/target/lib"));
        // the time before the build: what changes while it runs is stale again
        Path building = target().resolve("building");
        Files.deleteIfExists(building);
        Files.createFile(building);
        if (!maven()) return false;
        Files.move(building, built, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private boolean maven() throws IOException, InterruptedException {
        Path log = target().resolve("build.log");
        Process maven = new ProcessBuilder(command())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        // a signal to this process alone must not leave Maven behind
        Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
        maven.getOutputStream().close();
        try (Progress progress = new Progress(err, terminal);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(maven.getInputStream(), Charset.defaultCharset()));
                PrintStream file = new PrintStream(log.toFile())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.println(line);
                progress.hear(line);
            }
            boolean done = maven.waitFor() == 0;
            progress.end(done ? "Built" : "Failed");
            if (!done) show(log);
            return done;
        }
    }

    private List<String> command() {
        boolean windows = File.separatorChar == '\\';
        List<String> command = new ArrayList<>(windows ? List.of("cmd", "/c", "mvnw.cmd") : List.of("sh", "./mvnw"));
        command.addAll(List.of("-B", "-DskipTests", "-Dquick"));
        command.addAll(new Proxy().options());
        command.add("package");
        return command;
    }

    /** What Maven calls an error, or the end of what was said before Maven itself ran. */
    private void show(Path log) throws IOException {
        List<String> all = Files.readAllLines(log, Charset.defaultCharset());
        List<String> errors = all.stream()
                .filter(line -> line.startsWith("[ERROR]") && line.length() > "[ERROR] ".length())
                .limit(SHOWN_LINES)
                .collect(Collectors.toList());
        List<String> last = all.subList(Math.max(0, all.size() - SHOWN_LINES), all.size());
        (errors.isEmpty() ? last : errors).forEach(err::println);
        err.println("All that Maven said: " + log);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) Files.delete(path);
        }
    }

    private Path target() {
        return home.resolve("cli/target");
    }

    /** What was fetched so far, and what is being done: a line that changes on a terminal, else one each ten seconds. */
    private static final class Progress extends Thread implements AutoCloseable {
        private static final int SECONDS_BETWEEN_LINES = 10;
        private static final String FETCHED = "[INFO] Downloaded from ";
        private static final String STEP = "[INFO] --- ";

        private final PrintStream err;
        private final boolean terminal;
        private final long start = System.nanoTime();
        private double fetchedMb;
        private String doing = "starting Maven";

        Progress(PrintStream err, boolean terminal) {
            this.err = err;
            this.terminal = terminal;
            setDaemon(true);
            start();
        }

        synchronized void hear(String line) {
            if (line.startsWith(FETCHED)) fetchedMb += megabytes(line);
            if (line.startsWith(STEP)) doing = step(line);
        }

        /** Like {@code [INFO] Downloaded from central: https://…/x.jar (1.2 MB at 3.4 MB/s)}. */
        private static double megabytes(String line) {
            String[] words = line.substring(line.lastIndexOf('(') + 1).split(" ");
            if (words.length < 2 || !words[0].matches("[0-9]+(\\.[0-9]+)?")) return 0;
            double number = Double.parseDouble(words[0]);
            return words[1].equals("MB") ? number : words[1].equals("kB") ? number / 1000 : number / 1_000_000;
        }

        /** Like {@code [INFO] --- compiler:3.16.0:compile (default-compile) @ seqrpay-functions ---}. */
        private static String step(String line) {
            String[] words = line.substring(STEP.length()).split(" ");
            String goal = words[0].substring(words[0].lastIndexOf(':') + 1);
            return goal + (words.length > 3 ? " of " + words[3] : "");
        }

        @Override
        public void run() {
            try {
                for (int second = 1; ; second++) {
                    sleep(1000);
                    if (terminal) err.print("\r" + line("Building") + "\u001b[K");
                    else if (second % SECONDS_BETWEEN_LINES == 0) err.println(line("Building"));
                }
            } catch (InterruptedException ended) {
                interrupt();
            }
        }

        synchronized void end(String how) {
            close();
            doing = "";
            err.println((terminal ? "\r" : "") + line(how) + (terminal ? "\u001b[K" : ""));
        }

        private synchronized String line(String what) {
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            String fetched = fetchedMb > 0 ? ", " + Math.round(fetchedMb) + " MB fetched" : "";
            return what + ": " + seconds + " s" + fetched + (doing.isEmpty() ? "" : ", " + doing);
        }

        @Override
        public void close() {
            interrupt();
        }
    }

    /** Maven looks at properties, where curl and others look at {@code https_proxy} and {@code no_proxy}. */
    private static final class Proxy {
        List<String> options() {
            String proxy = environment("https_proxy");
            if (proxy.isEmpty()) return List.of();
            java.net.URI uri = java.net.URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            List<String> options = new ArrayList<>(List.of(
                    "-Daether.connector.http.useSystemProperties=true",
                    "-Dhttps.proxyHost=" + uri.getHost(),
                    "-Dhttps.proxyPort=" + (uri.getPort() < 0 ? 80 : uri.getPort())));
            String direct = environment("no_proxy");
            // on Windows a bar in an argument is a pipe
            if (!direct.isEmpty() && File.separatorChar != '\\') options.add("-Dhttp.nonProxyHosts=" + hosts(direct));
            return options;
        }

        private static String hosts(String direct) {
            return Stream.of(direct.split("[,\\s]+"))
                    .map(host -> host.startsWith(".") ? "*" + host : host)
                    .collect(Collectors.joining("|"));
        }

        private static String environment(String name) {
            String lower = System.getenv(name);
            String upper = System.getenv(name.toUpperCase(java.util.Locale.ROOT));
            return lower != null ? lower : upper != null ? upper : "";
        }
    }
}
