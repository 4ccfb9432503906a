package dev.seqrpay.simulation.bug;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A mistake in the product's source, as a patch of a few lines; the peers' real ones are among them. They show that the
 * simulation would notice. A patch that it cannot notice begins with the reason why that is no loss.
 */
public final class PlantedBug {
    private static final String NO_LOSS = "Nothing is lost: ";

    private final String name;
    private final boolean isEquivalent;
    private final Patch patch;

    private PlantedBug(String name) {
        String text = read(name + ".patch");
        this.name = name;
        this.isEquivalent = text.startsWith(NO_LOSS);
        this.patch = new Patch(text);
    }

    static List<PlantedBug> all() {
        return names().stream().map(PlantedBug::new).toList();
    }

    private static List<String> names() {
        return read("bugs.txt").lines().toList();
    }

    private static String read(String resource) {
        try (InputStream in = PlantedBug.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("There is no " + resource + " beside bugs.txt");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As on the command line: {@code no-lease}. */
    public static PlantedBug named(String name) {
        if (names().contains(name)) return new PlantedBug(name);
        throw new IllegalArgumentException("There is no bug " + name + ", but " + String.join(", ", names()));
    }

    /** Nothing that is promised is lost by it. */
    public boolean isEquivalent() {
        return isEquivalent;
    }

    /** The file that it changes, from the folder of the project. */
    String source() {
        return patch.file();
    }

    /** @throws IllegalStateException when the lines are no longer there, or more than once */
    String plant(String code) {
        return patch.apply(code)
                .orElseThrow(
                        () -> new IllegalStateException(name + ".patch: its lines should be in " + source() + " once"));
    }

    @Override
    public String toString() {
        return name;
    }
}
