package dev.seqrpay.cli;

import dev.seqrpay.e2e.browser.Chromium;
import dev.seqrpay.e2e.browser.Executable;
import dev.seqrpay.e2e.gallery.Album;
import dev.seqrpay.e2e.gallery.Gallery;
import dev.seqrpay.e2e.gallery.ShopWindow;
import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.stack.Data;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Writes {@code docs/screenshots/} and its index again. */
@Command(name = "screenshots", description = "pictures of all that shoppers see, to docs/screenshots/")
final class Screenshots implements Callable<Integer> {
    private final PrintStream out;

    Screenshots(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Path executable = Executable.find().orElseThrow(() -> new FailedException(Executable.HOW_TO_GET_ONE));
        Project project = Project.find();
        // SEQR is made silent about most of these payments, of which the functions would complain
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        try (Runner runner =
                        Runner.start(project, Data.inMemory(project), Optional.empty(), PortNumbers.FREE, nowhere);
                Chromium chromium = Chromium.start(executable);
                ShopWindow window = new ShopWindow(runner.urls())) {
            write(project.folder().resolve("docs"), new Album(chromium, new Gallery(runner), window).take());
        }
        return ExitCode.OK;
    }

    private void write(Path docs, Map<String, Map<String, byte[]>> chapters) throws IOException {
        Path folder = Files.createDirectories(docs.resolve("screenshots"));
        for (Map<String, byte[]> chapter : chapters.values())
            for (Map.Entry<String, byte[]> picture : chapter.entrySet())
                Files.write(folder.resolve(picture.getKey() + ".png"), picture.getValue());
        Files.writeString(docs.resolve("screenshots.md"), Album.index(chapters));
        out.println(folder);
    }
}
