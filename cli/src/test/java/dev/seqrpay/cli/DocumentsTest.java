package dev.seqrpay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link between documents leads somewhere, and every line can be read beside the code. */
class DocumentsTest {
    private static final Path HOME = Project.find().folder();
    private static final List<String> FOLDERS = List.of(".", "docs", ".github", ".github/ISSUE_TEMPLATE");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\n]*`");
    private static final Pattern LINK =
            Pattern.compile("(?m)\\]\\(([^)\\s]+)\\)|^\\[[^\\]]+\\]: (\\S+)|src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final int LONGEST_LINE = 120;

    static Stream<Path> documents() throws IOException {
        Stream.Builder<Path> documents = Stream.builder();
        for (String folder : FOLDERS)
            try (Stream<Path> files = Files.list(HOME.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents);
            }
        return documents.build();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_leads_to_what_is_there(Path document) throws IOException {
        assertThat(links(document).filter(link -> !isThere(document, link))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_documents_lines_are_short_but_for_code(Path document) throws IOException {
        assertThat(Pattern.compile("(?ms)^ *```.*?^ *```$")
                        .matcher(Files.readString(document))
                        .replaceAll("")
                        .lines()
                        .filter(line -> line.length() > LONGEST_LINE))
                .isEmpty();
    }

    private static Stream<String> links(Path document) throws IOException {
        String prose = CODE.matcher(Files.readString(document)).replaceAll("");
        return LINK
                .matcher(prose)
                .results()
                .map(DocumentsTest::target)
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList()
                .stream();
    }

    private static String target(MatchResult link) {
        return Stream.of(1, 2, 3)
                .map(link::group)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isThere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
    }

    /** As GitHub makes anchors of them. */
    private static List<String> headings(Path document) {
        try {
            return HEADING.matcher(Files.readString(document))
                    .results()
                    .map(heading -> heading.group(1)
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
