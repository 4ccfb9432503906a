package dev.seqrpay.simulation.bug;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A change of one file, as {@code git diff} prints it; what stands before the change is for people. */
final class Patch {
    private static final String FILE = "+++ b/";

    private final String file;
    private final List<String> hunks;

    Patch(String text) {
        List<String> parts = Arrays.asList(text.split("(?m)^@@ .*\n"));
        file = parts.get(0)
                .lines()
                .filter(line -> line.startsWith(FILE))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("It names no file: " + text))
                .substring(FILE.length());
        hunks = parts.subList(1, parts.size());
    }

    /** From the folder of the project. */
    String file() {
        return file;
    }

    /** @return the code with the change in it; empty when what is to be changed does not stand in it exactly once */
    Optional<String> apply(String code) {
        String changed = code;
        for (String hunk : hunks) {
            String before = without('+', hunk);
            int place = changed.indexOf(before);
            if (place < 0 || place != changed.lastIndexOf(before)) return Optional.empty();
            changed = changed.replace(before, without('-', hunk));
        }
        return Optional.of(changed);
    }

    private static String without(char mark, String hunk) {
        return hunk.lines()
                .filter(line -> line.charAt(0) != mark)
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }
}
