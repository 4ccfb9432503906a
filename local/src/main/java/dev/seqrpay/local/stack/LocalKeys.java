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
import org.jspecify.annotations.Nullable;

/**
 * Generated secrets that must be the same at the next start: ids and addresses of payments that are in the table are made
 * with them. Only the owner of the file can read it.
 */
public final class LocalKeys {
    private final @Nullable Path file;
    private final Properties keys = new Properties();

    private LocalKeys(@Nullable Path file) {
        this.file = file;
    }

    public static LocalKeys inMemory() {
        return new LocalKeys(null);
    }

    public static LocalKeys inFile(Path file) {
        LocalKeys keys = new LocalKeys(file);
        if (Files.exists(file)) keys.load(file);
        return keys;
    }

    /** The key of that name, made on first use. */
    public synchronized String get(String name, Supplier<String> generator) {
        if (keys.getProperty(name) == null) {
            keys.setProperty(name, generator.get());
            if (file != null) store(file);
        }
        return keys.getProperty(name);
    }

    synchronized Optional<String> known(String name) {
        return Optional.ofNullable(keys.getProperty(name));
    }

    /** One that has been changed since, or given a value. */
    synchronized void put(String name, String key) {
        keys.setProperty(name, key);
        if (file != null) store(file);
    }

    private void load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            keys.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void store(Path file) {
        try {
            StringWriter text = new StringWriter();
            keys.store(text, "Generated; payments made earlier need them");
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) OwnersFiles.folder(folder);
            OwnersFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
