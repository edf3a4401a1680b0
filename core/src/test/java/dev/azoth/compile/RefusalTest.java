package dev.azoth.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.CompileException;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.Dialects;
import dev.azoth.sql.Aggregation;
import dev.azoth.sql.FunctionCall;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.Types;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What each dialect refuses is written down in {@code refused.txt}, with its message; and no place in core refuses anything without having been seen to.
 * A new refusal needs something in {@link RefusableQueries} or {@link RefusableChanges} that it refuses, or in {@link Mistakes}.
 */
class RefusalTest {
    /** Servers before the newest, whose dialect refuses more. */
    private static final List<ServerInfo> OLDER = List.of(
            ServerInfo.of("postgresql", 16, 0),
            ServerInfo.of("postgresql", 15, 0),
            ServerInfo.of("postgresql", 14, 0),
            ServerInfo.of("sqlite", 3, 43),
            ServerInfo.of("sqlite", 3, 34),
            new ServerInfo("mysql", "MySQL cutting texts", 9, 0, Map.of("group_concat_max_len", "1024")));

    /** What is refused where this test does not get to, and the test that does. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "DuckdbDialect", "DuckdbTransactionTest",
            "RecordConstructor", "none: on the class path every module is open");

    private final Set<String> reached = new TreeSet<>();

    @Test
    void eachDialectRefusesWhatItLacksByItsName() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Dialect dialect : sorted()) {
            ServerInfo newest = dialect.assumedServer();
            Map<String, String> refused = refused(newest);
            lines.add("# " + dialect.name());
            refused.forEach((what, message) -> lines.add(what + ": " + message));
            lines.add("functions: " + String.join(", ", functions(newest)));
            lines.add("");
            for (ServerInfo older : OLDER) {
                if (older.dialect().equals(dialect.name())) {
                    lines.add("# before, " + older.product());
                    refused(older).forEach((what, message) -> {
                        if (!refused.containsKey(what)) {
                            lines.add(what + ": " + message);
                        }
                    });
                    lines.add("");
                }
            }
        }
        Mistakes.all()
                .forEach((message, mistake) -> sorted().forEach(
                                dialect -> assertThat(refusal(mistake, dialect.assumedServer()))
                                        .as("%s: %s", dialect.name(), message)
                                        .isNotNull()
                                        .hasMessage(message)));
        String text = String.join("\n", lines);
        Files.writeString(Path.of("target", "refused.txt"), text);
        assertThat(text)
                .as("what is refused; target/refused.txt has it as it is now")
                .isEqualTo(expected());
        assertThat(RefusingPlaces.all().stream()
                        .filter(place -> ELSEWHERE.keySet().stream().noneMatch(place::startsWith))
                        .filter(place -> !reached.contains(place)))
                .as("places that refuse something that is in none of the lists")
                .isEmpty();
    }

    private static List<Dialect> sorted() {
        return Dialects.all().stream()
                .sorted(Comparator.comparing(Dialect::name))
                .toList();
    }

    private static String expected() throws IOException {
        try (InputStream list = RefusalTest.class.getResourceAsStream("refused.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), UTF_8);
        }
    }

    /** What a server refuses, by what it is about. Every message names the server. */
    private Map<String, String> refused(ServerInfo server) {
        Map<String, Refusable> constructs = new TreeMap<>(RefusableQueries.all());
        constructs.putAll(RefusableChanges.all());
        constructs.putAll(RefusableTexts.all());
        Map<String, Refusable> all = new TreeMap<>(Mistakes.some());
        all.putAll(constructs);
        Map<String, String> refused = new TreeMap<>();
        all.forEach((what, refusable) -> {
            CompileException refusal = refusal(refusable, server);
            if (refusal != null) {
                refused.put(what, said(refusal, server));
                if (constructs.containsKey(what)) {
                    assertThat(refusal.getMessage()).as(what).containsIgnoringCase(product(server));
                }
            }
        });
        return refused;
    }

    /** What a server is called, without its version. */
    private static String product(ServerInfo server) {
        return server.product().substring(0, server.product().indexOf(' '));
    }

    /** What a refusal says, without the server and with no text that is longer than the line. */
    private static String said(CompileException refusal, ServerInfo server) {
        return String.valueOf(refusal.getMessage())
                .replace(server.product(), "")
                .replace(RefusableQueries.LONG, "…")
                .replaceAll("\n *", "; ")
                .strip();
    }

    private @Nullable CompileException refusal(Refusable refusable, ServerInfo server) {
        SqlLanguage language = Dialects.named(server.dialect()).language(server);
        try {
            refusable.write(language);
            return null;
        } catch (CompileException e) {
            reached.add(RefusingPlaces.of(e));
            return e;
        } catch (IllegalArgumentException e) {
            return null; // a value that the type does not have, and no construct
        }
    }

    /** The standard functions that a server lacks. */
    private List<String> functions(ServerInfo server) {
        SqlLanguage language = Dialects.named(server.dialect()).language(server);
        FunctionTable own = language.statements().functions();
        Set<String> names = new TreeSet<>(own.names());
        names.addAll(StandardFunctions.TABLE.names());
        return names.stream().filter(name -> lacks(name, own, server)).toList();
    }

    private boolean lacks(String name, FunctionTable own, ServerInfo server) {
        FunctionCall<String> call = new FunctionCall<>(name, List.of(), Aggregation.NONE, Types.TEXT);
        if (!(own.form(call).or(() -> StandardFunctions.TABLE.form(call)).orElseThrow() instanceof LackingFunction)) {
            return false;
        }
        assertThat(Objects.requireNonNull(refusal(Refusable.of(call), server)))
                .hasMessageStartingWith(server.product() + " has no ");
        return true;
    }
}
