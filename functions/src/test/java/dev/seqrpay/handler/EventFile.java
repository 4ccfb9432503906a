package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.jr.ob.JSON;

/** One of {@code events/*.json}: what {@code sam local invoke -e} sends, and so what the handler tests send. */
public record EventFile(String name, Map<String, Object> json) {

    public static EventFile of(String name) {
        return new EventFile(name, JSON.std.mapFrom(DeployedTemplate.text("events/" + name + ".json")));
    }

    static List<EventFile> all() {
        try (Stream<Path> files = Files.list(DeployedTemplate.ROOT.resolve("events"))) {
            return files.map(file -> file.getFileName().toString())
                    .map(file -> of(file.replaceFirst("\\.json$", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a queue or of a stream. */
    static Stream<EventFile> recordsOf(String source) {
        return all().stream()
                .filter(event -> event.json.containsKey("Records"))
                .filter(event -> source.equals(DeployedTemplate.<List<Map<String, Object>>>at(event.json, "Records")
                        .get(0)
                        .get("eventSource")));
    }

    static List<EventFile> ofTheSockets() {
        return all().stream()
                .filter(event -> DeployedTemplate.at(event.json, "requestContext", "connectionId") != null)
                .toList();
    }

    /** Those that the HTTP API sends. */
    public static List<EventFile> ofTheApi() {
        return all().stream()
                .filter(event -> event.json.containsKey("routeKey"))
                .toList();
    }

    /** The same event with one field that is different. */
    public EventFile with(String field, Object value) {
        Map<String, Object> changed = new HashMap<>(json);
        changed.put(field, value);
        return new EventFile(name, changed);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(JSON.std.asString(json).getBytes(StandardCharsets.UTF_8));
    }

    public Request request() {
        try {
            return Request.read(stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SqsMessage> messages() {
        try {
            return SqsMessage.read(stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Lambda's own runtime reads it for a handler of that type. */
    <T> T as(Class<T> type) {
        PojoSerializer<T> serializer =
                LambdaEventSerializers.serializerFor(type, getClass().getClassLoader());
        return serializer.fromJson(stream());
    }

    @Override
    public String toString() {
        return name;
    }
}
