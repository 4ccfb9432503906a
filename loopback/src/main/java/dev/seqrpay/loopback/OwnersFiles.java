package dev.seqrpay.loopback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Files and folders that their owner alone can read: keys, payments and addresses are in them. Where there are no such
 * permissions (Windows) they are as private as the folder that they are in, which is a user's own.
 */
public final class OwnersFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private OwnersFiles() {}

    /** Makes the folder if it is not there. */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        return Files.isDirectory(folder) ? folder : Files.createDirectory(folder, permissions(FOLDER));
    }

    /** Takes from others what the folder and all in it had for them. */
    public static void close(Path folder) throws IOException {
        if (!POSIX) return;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator)
                if (!Files.isSymbolicLink(path))
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(Files.isDirectory(path) ? FOLDER : FILE));
        }
    }

    /** Whole or not at all: a program that is killed leaves the former file. */
    public static void write(Path file, String text) throws IOException {
        Path next = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new", permissions(FILE));
        try {
            Files.writeString(next, text, UTF_8);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static FileAttribute<?>[] permissions(String of) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(of))}
                : new FileAttribute<?>[0];
    }
}
