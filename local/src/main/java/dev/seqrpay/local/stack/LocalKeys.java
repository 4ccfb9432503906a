package dev.seqrpay.local.stack;

import dev.seqrpay.loopback.OwnersFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Generated secrets that must be the same at the next start: ids and addresses of payments that are in the table are made
 * with them. Only the owner of the file can read it.
 */
public final class LocalKeys {
    private final Path file;
    private final Properties keys = new Properties();

    private LocalKeys(Path file) {
        this.file = file;
    }

    public static LocalKeys inMemory() {
        return new LocalKeys(null);
    }

    public static LocalKeys inFile(Path file) {
        LocalKeys keys = new LocalKeys(file);
        if (Files.exists(file)) keys.load();
        return keys;
    }

    /** The key of that name, made on first use. */
    public synchronized String get(String name, Supplier<String> generator) {
        if (keys.getProperty(name) == null) {
            keys.setProperty(name, generator.get());
            if (file != null) store();
        }
        return keys.getProperty(name);
    }

    synchronized Optional<String> known(String name) {
        return Optional.ofNullable(keys.getProperty(name));
    }

    /** One that has been changed since, or given a value. */
    synchronized void put(String name, String key) {
        keys.setProperty(name, key);
        if (file != null) store();
    }

    private void load() {
        try (Reader reader = Files.newBufferedReader(file)) {
            keys.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void store() {
        try {
            StringWriter text = new StringWriter();
            keys.store(text, "Generated; payments made earlier need them");
            OwnersFiles.folder(file.toAbsolutePath().getParent());
            OwnersFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
