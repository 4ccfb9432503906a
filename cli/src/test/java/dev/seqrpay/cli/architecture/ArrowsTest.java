package dev.seqrpay.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** The drawings of docs/architecture.md are those of the poms and of the imports. */
class ArrowsTest {
    private static final Path HOME = Project.find().folder();
    private static final Pattern ARROW = Pattern.compile("(?m)^(\\S+) +──▶ *(.*)$");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?dev\\.seqrpay\\.(\\w+)\\.");

    @Test
    void modules_are_drawn_as_the_poms_have_them() throws Exception {
        Map<String, Set<String>> drawing = drawing("### Modules");

        assertThat(drawing.keySet()).containsExactlyInAnyOrderElementsOf(texts("pom.xml", "/project/modules/module"));
        for (String module : drawing.keySet())
            assertThat(drawing.get(module)).as(module).isEqualTo(known(module));
    }

    @Test
    void packages_are_drawn_as_their_imports_have_them() throws IOException {
        Map<String, Set<String>> drawing = drawing("### Packages of functions");
        Set<String> packages = packages();

        assertThat(drawing.keySet()).isEqualTo(with(packages, "payment"));
        for (String name : packages) assertThat(drawing.get(name)).as(name).isEqualTo(imported(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"### Modules", "### Packages of functions"})
    void every_arrow_points_downwards(String heading) throws IOException {
        Map<String, Set<String>> drawing = drawing(heading);
        List<String> lines = new ArrayList<>(drawing.keySet());

        drawing.forEach((from, known) -> known.forEach(
                to -> assertThat(lines.indexOf(to)).as(from + " to " + to).isGreaterThan(lines.indexOf(from))));
    }

    private static Map<String, Set<String>> drawing(String heading) throws IOException {
        String text = Files.readString(HOME.resolve("docs/architecture.md"));
        int begin = text.indexOf(heading + "\n");
        int end = text.indexOf("\n```\n", text.indexOf("\n```\n", begin) + 1);
        Map<String, Set<String>> drawing = new LinkedHashMap<>();
        ARROW.matcher(text.substring(begin, end))
                .results()
                .forEach(arrow -> drawing.put(arrow.group(1), names(arrow.group(2))));
        return drawing;
    }

    private static Set<String> names(String list) {
        return list.isEmpty() ? Set.of() : new TreeSet<>(List.of(list.split(", ")));
    }

    private static Set<String> known(String module) throws Exception {
        return texts(
                        module + "/pom.xml",
                        "/project/dependencies/dependency[groupId='dev.seqrpay'][not(scope='test')]/artifactId")
                .stream()
                .map(ArrowsTest::folder)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String folder(String artifact) {
        return switch (artifact) {
            case "seqrpay-local-aws" -> "local/aws";
            case "seqrpay-dynamodb-local" -> "local/dynamodb";
            default -> artifact.replace("seqrpay-", "");
        };
    }

    private static List<String> texts(String pom, String xpath) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(HOME.resolve(pom).toFile());
        NodeList nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) texts.add(nodes.item(i).getTextContent());
        return texts;
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(sources())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> imported(String name) throws IOException {
        Set<String> imported = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources().resolve(name))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList())
                IMPORT.matcher(Files.readString(file)).results().forEach(match -> imported.add(match.group(1)));
        }
        imported.remove(name);
        return imported;
    }

    private static Path sources() {
        return HOME.resolve("functions/src/main/java/dev/seqrpay");
    }

    private static Set<String> with(Set<String> names, String more) {
        Set<String> all = new TreeSet<>(names);
        all.add(more);
        return all;
    }
}
