package dev.azoth.engine;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The options of an engine by their names, with values as text: as they stand in a file of properties. */
final class OptionTexts {
    private static final String DRIVER = "driver.";
    private static final Map<String, BiConsumer<EngineOptions, String>> OPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("echo", (o, text) -> o.echo(Echo.valueOf(text.toUpperCase(Locale.ROOT)))),
            Map.entry("poolSize", (o, text) -> o.poolSize(Integer.parseInt(text))),
            Map.entry("idleConnections", (o, text) -> o.idleConnections(Integer.parseInt(text))),
            Map.entry("idleTimeout", (o, text) -> o.idleTimeout(duration(text))),
            Map.entry("maxLifetime", (o, text) -> o.maxLifetime(duration(text))),
            Map.entry("leakDetection", (o, text) -> o.leakDetection(duration(text))),
            Map.entry("connectTimeout", (o, text) -> o.connectTimeout(duration(text))),
            Map.entry("isolation", (o, text) -> o.isolation(IsolationLevel.valueOf(text.toUpperCase(Locale.ROOT)))),
            Map.entry("readOnly", (o, text) -> o.readOnly(bool(text))),
            Map.entry("timeout", (o, text) -> o.execution(e -> e.timeout(duration(text)))),
            Map.entry("hideParameters", (o, text) -> o.hideParameters(bool(text))),
            Map.entry("pooled", (o, text) -> o.pooled(bool(text))),
            Map.entry("cacheSize", (o, text) -> o.cacheSize(Integer.parseInt(text))),
            Map.entry("cacheBytes", (o, text) -> o.cacheBytes(Long.parseLong(text))),
            Map.entry("parameterLength", (o, text) -> o.parameterLength(Integer.parseInt(text)))));

    private OptionTexts() {}

    /** Sets what is said; what is wrong is told at once, all of it. */
    static void set(EngineOptions options, Map<String, String> texts) {
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(texts).forEach((name, text) -> {
            if (name.startsWith(DRIVER)) {
                options.driverProperty(name.substring(DRIVER.length()), text);
            } else if (OPTIONS.containsKey(name)) {
                try {
                    OPTIONS.get(name).accept(options, text.strip());
                } catch (IllegalArgumentException | DateTimeParseException e) {
                    wrong.add(name + " cannot be \"" + text + "\"");
                }
            } else {
                wrong.add("there is no option " + name);
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("these properties of an engine are wrong:\n  "
                    + String.join("\n  ", wrong) + "\nthe options are url, " + String.join(", ", OPTIONS.keySet())
                    + ", and driver.NAME for a property of the driver; durations are as PT30S");
        }
    }

    private static Duration duration(String text) {
        return Duration.parse(text);
    }

    private static boolean bool(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException(text);
    }
}
