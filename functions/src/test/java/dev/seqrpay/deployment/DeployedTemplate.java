package dev.seqrpay.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code template.yaml} as the tests see it; CloudFormation's {@code !Ref X} reads as the text {@code !Ref X}, and
 * {@code !If [a, b]} as a map of {@code !If}.
 */
public final class DeployedTemplate {
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Map<String, Object> yaml;

    public DeployedTemplate() {
        this(text("template.yaml"));
    }

    public DeployedTemplate(String text) {
        yaml = new Yaml(new CloudFormation()).load(text);
    }

    public static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies behind the names, one within the other. */
    @SuppressWarnings("unchecked")
    public static <T> T at(Object value, String... names) {
        for (String name : names) value = value == null ? null : ((Map<String, Object>) value).get(name);
        return (T) value;
    }

    public <T> T at(String... names) {
        return at(yaml, names);
    }

    /** The properties of every resource of the type, by its name. */
    Map<String, Map<String, Object>> resources(String type) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        Map<String, Object> all = at("Resources");
        all.forEach((name, resource) -> {
            if (type.equals(at(resource, "Type"))) found.put(name, at(resource, "Properties"));
        });
        return found;
    }

    Map<String, Map<String, Object>> functions() {
        return resources("AWS::Serverless::Function");
    }

    /** {@code POST /checkout} and so on; {@code $default} is the event without a path. */
    public List<String> routes() {
        return events("HttpApi")
                .map(event -> at(event, "Properties", "Path") == null
                        ? "$default"
                        : at(event, "Properties", "Method") + " " + at(event, "Properties", "Path"))
                .toList();
    }

    /** Names as SAM gives them: the function's and the event's. One with an input of its own sends that, and no event of the Scheduler's. */
    public List<String> schedules() {
        return functions().entrySet().stream()
                .flatMap(function -> events(function.getValue()).entrySet().stream()
                        .filter(event -> "ScheduleV2".equals(at(event.getValue(), "Type")))
                        .filter(event -> at(event.getValue(), "Properties", "Input") == null)
                        .map(event -> function.getKey() + event.getKey()))
                .toList();
    }

    /** As the template names them: {@code !GetAtt Reminders.Arn}. */
    public List<String> queuesListenedTo() {
        return events("SQS")
                .map(event -> DeployedTemplate.<String>at(event, "Properties", "Queue"))
                .toList();
    }

    /** The same: {@code !GetAtt Table.StreamArn}. */
    public List<String> streamsRead() {
        return events("DynamoDB")
                .map(event -> DeployedTemplate.<String>at(event, "Properties", "Stream"))
                .toList();
    }

    public List<String> streamFilters() {
        return events("DynamoDB")
                .flatMap(event ->
                        DeployedTemplate.<List<Map<String, String>>>at(event, "Properties", "FilterCriteria", "Filters")
                                .stream())
                .map(filter -> filter.get("Pattern"))
                .toList();
    }

    static Map<String, Object> events(Map<String, Object> function) {
        Map<String, Object> events = at(function, "Events");
        return events == null ? Map.of() : events;
    }

    private Stream<Object> events(String type) {
        return functions().values().stream()
                .flatMap(function -> events(function).values().stream())
                .filter(event -> type.equals(at(event, "Type")));
    }

    private static final class CloudFormation extends SafeConstructor {
        CloudFormation() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return node instanceof ScalarNode scalar
                            ? node.getTag().getValue() + " " + scalar.getValue()
                            : Map.of(node.getTag().getValue(), constructSequence((SequenceNode) node));
                }
            });
        }
    }
}
