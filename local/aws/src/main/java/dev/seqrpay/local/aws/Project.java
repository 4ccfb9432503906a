package dev.seqrpay.local.aws;

import dev.seqrpay.local.aws.template.TemplateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that this program runs out of: the template, and what was built. */
public record Project(Path folder) {
    private static final String TEMPLATE = "template.yaml";

    /** The nearest folder above the current one with a template in it, unless {@code -Dseqrpay.home} says where it is. */
    public static Project find() {
        Path start = Path.of(System.getProperty("seqrpay.home", "")).toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(TEMPLATE)))
                .findFirst()
                .map(Project::new)
                .orElseThrow(() -> new TemplateException("There is no " + TEMPLATE + " in " + start + " or above"));
    }

    public Path template() {
        return folder.resolve(TEMPLATE);
    }

    public Path data() {
        return folder.resolve(".seqrpay");
    }

    public Path dynamoDbLocal() {
        return folder.resolve("local/dynamodb/target");
    }
}
