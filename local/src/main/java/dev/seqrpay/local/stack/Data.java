package dev.seqrpay.local.stack;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.table.DynamoDbProcess;
import dev.seqrpay.local.aws.table.Tables;
import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.loopback.OwnersFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What outlives a call: the tables and the keys, in a folder that its owner alone can read, or only in memory. */
public final class Data implements AutoCloseable {
    /** Of what is in the folder; a program that does not know it leaves it alone. */
    private static final int FORMAT = 1;

    private static final AtomicInteger IN_MEMORY = new AtomicInteger();

    private final String stack;
    private final LocalKeys keys;
    private final DynamoDbProcess dynamoDb;
    private final @Nullable Path folder;
    private final @Nullable FileChannel lock;

    private Data(
            String stack, LocalKeys keys, DynamoDbProcess dynamoDb, @Nullable Path folder, @Nullable FileChannel lock) {
        this.stack = stack;
        this.keys = keys;
        this.dynamoDb = dynamoDb;
        this.folder = folder;
        this.lock = lock;
    }

    /** In tables of its own, in a DynamoDB Local that it shares with what else is kept in memory here. */
    public static Data inMemory(Project project) {
        int number = IN_MEMORY.incrementAndGet();
        return new Data(
                Template.STACK + (number == 1 ? "" : "-" + number),
                LocalKeys.inMemory(),
                DynamoDbProcess.shared(project.dynamoDbLocal()),
                null,
                null);
    }

    /** The folder is for one process at a time; the lock goes with the process, however it ends. */
    public static Data inFolder(Project project, Path folder) {
        try {
            FileChannel lock = lock(OwnersFiles.folder(folder));
            checkFormat(folder, lock);
            OwnersFiles.close(folder);
            LocalKeys keys = LocalKeys.inFile(folder.resolve("keys.properties"));
            return new Data(
                    Template.STACK,
                    keys,
                    DynamoDbProcess.inFolder(project.dynamoDbLocal(), folder.resolve("dynamodb")),
                    folder,
                    lock);
        } catch (AccessDeniedException e) {
            throw new RefusedException(e.getFile() + " cannot be written; choose another folder with --data", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkFormat(Path folder, FileChannel lock) throws IOException {
        Path file = folder.resolve("format");
        String format = Files.exists(file) ? Files.readString(file).strip() : "";
        if (format.equals(String.valueOf(FORMAT))) return;
        if (format.isEmpty()) {
            OwnersFiles.write(file, FORMAT + "\n");
            return;
        }
        lock.close();
        throw new RefusedException(
                folder + " is of format " + format + ", and this seqrpay knows " + FORMAT
                        + ": use the newer one that made it, or another folder with --data",
                null);
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isFree(channel)) return channel;
        channel.close();
        throw new RefusedException(
                folder
                        + " is in use: another ./seqrpay up is running. Stop it, or run this one beside it with --data FOLDER"
                        + " and --port-base N",
                null);
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    public LocalKeys keys() {
        return keys;
    }

    /** A file of that name beside the data; none in memory. */
    public Optional<Path> file(String name) {
        return Optional.ofNullable(folder).map(parent -> parent.resolve(name));
    }

    /** The name of the stack whose data this is. */
    String stack() {
        return stack;
    }

    /** How the tables are reached. */
    Map<String, String> access() {
        return Map.of(
                "AWS_REGION",
                Template.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                dynamoDb.url());
    }

    @Override
    public void close() {
        if (lock == null) forget();
        else release(lock);
    }

    /** The tables alone: others use the process. */
    private void forget() {
        try (Tables tables = new Tables(access())) {
            tables.deleteAllOf(stack);
        }
    }

    private void release(FileChannel lock) {
        dynamoDb.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder cannot be used; the message says why and what to do. */
    public static final class RefusedException extends RuntimeException {
        RefusedException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
