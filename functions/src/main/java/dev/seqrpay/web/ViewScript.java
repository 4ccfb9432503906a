package dev.seqrpay.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The payment view for a shop's own page: script, style and texts in one file, put together from the sources in {@code
 * view/}. The classic script, which has the words that the browser asks for, and the module, which has all, are the same
 * but for their ends.
 */
final class ViewScript {
    /** The keys of all that it says, beside a heading and a sentence for each standing. */
    private static final List<String> WORDS = List.of(
            "open",
            "code.scan",
            "code.show",
            "unopened.heading",
            "unsupported",
            "app.get",
            "what",
            "what.text",
            "left",
            "cancel",
            "cancel.ask",
            "cancel.yes",
            "cancel.no",
            "cancel.working",
            "renew",
            "receipt.open");

    private static final List<String> KEYS = keys();
    private static final String STYLE = AssetFiles.style("view/view.css");
    private static final String CODE = AssetFiles.code(
            "view/page.js",
            "view/qr.js",
            "view/dom.js",
            "view/reader.js",
            "view/poll.js",
            "view/live.js",
            "view/view.js");

    private ViewScript() {}

    /** The script for {@code <script src>}. It always has English too, for readers of none of our languages. */
    static String classic(String language) {
        Collection<String> languages = new LinkedHashSet<>(List.of("en", language));
        return "'use strict';(() => {\n" + data(languages) + CODE + AssetFiles.code("view/tag.js") + "})();\n";
    }

    /** The module for {@code import}, which makes the same element. */
    static String module() {
        return data(Texts.LANGUAGES) + CODE + "export { SeqrPayment };\n";
    }

    /** One line for each key, in the order of the keys. */
    static String texts(String language) {
        Texts texts = Texts.of(Locale.forLanguageTag(language));
        return KEYS.stream().map(texts::of).collect(Collectors.joining("\n"));
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (String name : icons().keySet()) keys.addAll(List.of(name + ".heading", name + ".text"));
        keys.addAll(WORDS);
        return keys;
    }

    /** The standings of the payment page, without those of the receipt page alone. */
    private static Stream<PageState> standings() {
        return Stream.of(PageState.values()).filter(standing -> standing != PageState.CONFIRMING);
    }

    private static String data(Collection<String> languages) {
        Map<String, String> texts = new TreeMap<>(Comparator.comparing(List.copyOf(languages)::indexOf));
        languages.forEach(language -> texts.put(language, quoted(texts(language))));
        return "const WORDS = " + list(WORDS) + ";\n"
                + "const LANGUAGES = " + list(Texts.LANGUAGES) + ";\n"
                + "const TEXTS = " + object(texts) + ";\n"
                + "const STANDINGS = " + object(icons()) + ";\n"
                + "const STYLE = " + quoted(STYLE) + ";\n";
    }

    /** The icons and states of each standing by its name, in the order of the texts. */
    private static Map<String, String> icons() {
        Map<String, String> icons = new LinkedHashMap<>();
        standings().forEach(each -> icons.put(each.css(), list(List.of(each.icon.path, each.meanings()))));
        icons.put("offline", list(List.of(Icon.OFFLINE.path, "")));
        icons.put("unknown", list(List.of(Icon.QUESTION.path, "UNKNOWN"))); // the script's own: a 404 has no state
        return icons;
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(ViewScript::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(Map<String, String> values) {
        Function<String, String> entry = name -> quoted(name) + ":" + values.get(name);
        return values.keySet().stream().map(entry).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
