package dev.seqrpay.simulator.file;

import dev.seqrpay.loopback.OwnersFiles;
import dev.seqrpay.simulator.core.KeptInvoice;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.core.Terminal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.jr.ob.JSON;

/**
 * What the simulator keeps: a JSON file for each invoice, with its money, and one for each terminal. A file that cannot be
 * read is put aside and named; the others stay as they are. Switches, faults and marked periods are not kept.
 */
public final class InvoiceFiles {
    private static final int FORMAT = 1;
    private static final String BROKEN = ".broken";

    private final Path invoices;
    private final Path terminals;
    private final Consumer<String> messages;
    private final Map<String, Record> written = new HashMap<>();
    private long changes = -1;

    public InvoiceFiles(Path folder, Consumer<String> messages) throws IOException {
        OwnersFiles.folder(folder);
        this.invoices = OwnersFiles.folder(folder.resolve("invoices"));
        this.terminals = OwnersFiles.folder(folder.resolve("terminals"));
        this.messages = messages;
    }

    public void restore(Seqr seqr) throws IOException {
        seqr.restore(read(invoices, KeptInvoice.class));
        read(terminals, Terminal.class).forEach(seqr.registry()::add);
    }

    /** Writes what has changed since the last time. */
    public synchronized void write(Seqr seqr) {
        long now = seqr.changes();
        if (now == changes) return;
        try {
            for (KeptInvoice each : seqr.keep()) write(invoices, each.reference(), each);
            writeTerminals(seqr.registry().terminals());
            changes = now;
        } catch (IOException e) {
            messages.accept("The simulator could not keep its invoices: " + e);
        }
    }

    private void writeTerminals(List<Terminal> known) throws IOException {
        for (Terminal each : known) write(terminals, each.id(), each);
        try (Stream<Path> files = Files.list(terminals)) {
            for (Path file : (Iterable<Path>) files::iterator)
                if (known.stream().noneMatch(each -> file(terminals, each.id()).equals(file))
                        && !file.toString().endsWith(BROKEN)) Files.delete(file);
        }
    }

    private void write(Path folder, String name, Record record) throws IOException {
        Path file = file(folder, name);
        if (Objects.equals(written.get(file.toString()), record)) return;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.putAll(RecordJson.fieldsOf(record));
        OwnersFiles.write(file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(json) + "\n");
        written.put(file.toString(), record);
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name.replaceAll("[^A-Za-z0-9-]", "_") + ".json");
    }

    private <T extends Record> List<T> read(Path folder, Class<T> type) throws IOException {
        List<T> read = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) read(file, type, read);
        }
        return read;
    }

    private <T extends Record> void read(Path file, Class<T> type, List<T> read) throws IOException {
        try {
            Map<String, Object> json = JSON.std.mapFrom(Files.readString(file));
            if (!Objects.equals(json.get("format"), FORMAT))
                throw new IllegalArgumentException("it is not of format " + FORMAT);
            T record = RecordJson.parse(json, type);
            written.put(file.toString(), record);
            read.add(record);
        } catch (RuntimeException | CharacterCodingException e) {
            Path aside = file.resolveSibling(file.getFileName() + BROKEN);
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            messages.accept(file + " cannot be read ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + "): it is put aside as " + aside.getFileName()
                    + ", and the simulator does not know what was in it");
        }
    }
}
