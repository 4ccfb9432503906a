package dev.seqrpay.local.stack;

import java.util.Map;

/** Lambda's JVM takes options from {@code JAVA_TOOL_OPTIONS} when it starts; ours runs already and takes the {@code -D} ones. */
final class SystemProperties {
    private SystemProperties() {}

    static void apply(Map<String, String> environment) {
        for (String option : environment.getOrDefault("JAVA_TOOL_OPTIONS", "").split("\\s+"))
            if (option.startsWith("-D")) set(option.substring(2).split("=", 2));
    }

    private static void set(String[] nameAndValue) {
        System.setProperty(nameAndValue[0], nameAndValue.length == 2 ? nameAndValue[1] : "");
    }
}
