package dev.azoth.proof;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.AzothException;
import dev.azoth.CompileException;
import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Sequence;
import dev.azoth.schema.Table;
import dev.azoth.sql.Query;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hostile text goes through every public method that takes a text; a new one without a probe fails here. */
@EveryDatabase
class TextParameterTest {
    private static final List<String> TEXTS = List.of(
            "'",
            "''",
            "\"",
            "`",
            "\\",
            "\\'",
            "a\\",
            "\\`",
            "x' OR 'a' = 'a",
            "'; DROP TABLE note; --",
            "\"; DROP TABLE note; --",
            "`; DROP TABLE note; --",
            "$$; DROP TABLE note; --",
            "/* */ ?",
            ":name ? $1 %s %",
            "{\"a\": null}",
            "a.b",
            "$.a[0]",
            "😀");

    @PrepareDatabase
    static void create(Database db) {
        TextProbes.METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(
                        insert(TextProbes.note).values(TextProbes.id, 1).values(TextProbes.body, "the body")));
    }

    @AfterEach
    void nothingHappenedToTheTable(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(select(TextProbes.body)).all()).containsExactly("the body");
        }
    }

    @Test
    void everyMethodHasAProbeOrAReason() throws Exception {
        Set<String> known = new TreeSet<>(listed());
        known.addAll(TextProbes.values().keySet());
        known.addAll(TextProbes.written().keySet());
        known.addAll(TextProbes.refused().keySet());
        known.addAll(TextProbes.asked().keySet());
        known.addAll(TextProbes.tables());
        known.addAll(TextContracts.all().keySet());
        known.addAll(TextLookups.all().keySet());
        Set<String> all = TextParameters.all();

        assertThat(all).hasSizeGreaterThan(150);
        assertThat(all)
                .as("methods that take a text, without a probe in TextProbes")
                .isSubsetOf(known);
        assertThat(known).as("probes of methods that are gone").isSubsetOf(all);
    }

    private static List<String> listed() throws IOException {
        try (InputStream list = TextParameterTest.class.getResourceAsStream("text-parameters.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /** The database may refuse a pattern or a path, but never reads it as SQL. */
    @Test
    void aValueIsNoPartOfTheSql(Database db) {
        TextProbes.values()
                .forEach((method, probe) -> TEXTS.forEach(text -> {
                    try {
                        Query<?> query = select(List.of(probe.apply(text))).from(TextProbes.note);
                        Query<?> plain = select(List.of(probe.apply("x"))).from(TextProbes.note);
                        // a step in JSON is a name in H2
                        if (!db.name().equals("h2") || !method.startsWith("JsonPath")) {
                            assertThat(db.engine().compile(query).sql())
                                    .as("%s of %s", method, text)
                                    .isEqualTo(db.engine().compile(plain).sql());
                        }
                        run(db, connection -> connection.execute(query).all());
                    } catch (CompileException | IllegalArgumentException e) {
                        assertThat(e).as("%s of %s", method, text).hasMessageNotContaining("DROP TABLE");
                    }
                }));
    }

    @Test
    void aNameStaysOne(Database db) {
        TextProbes.written()
                .forEach((method, probe) -> namesOn(db).forEach(text -> {
                    try (Connection connection = db.engine().connect()) {
                        assertThat(connection.execute(probe.apply(text)).all())
                                .as("%s of %s", method, text)
                                .isNotEmpty();
                    } catch (CompileException e) {
                        assertThat(e).as("%s of %s", method, text).hasMessageNotContaining("DROP TABLE");
                    } catch (DatabaseException e) {
                        throw new AssertionError(method + " of " + text + " on " + db, e);
                    }
                }));
    }

    @Test
    void whatIsNoPieceOfSqlIsRefused() {
        for (Map.Entry<String, Consumer<String>> probe : TextProbes.refused().entrySet()) {
            for (String text : List.of("'; DROP TABLE note; --", "a; b", "a -- b", "a /* b", "'a'", "")) {
                assertThatThrownBy(() -> probe.getValue().accept(text))
                        .as("%s of %s", probe.getKey(), text)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** What is quoted within SQL that is sent as it is. MySQL's driver takes a backslash for an escape, as MySQL may. */
    @Test
    void sqlByContractIsSentAsItIs(Database db) {
        List<String> texts = TEXTS.stream().filter(text -> !text.contains("\\")).toList();
        TextContracts.all()
                .forEach((method, probe) -> texts.forEach(text -> {
                    try (Connection connection = db.engine().connect()) {
                        assertThat(probe.apply(connection, "'" + text.replace("'", "''") + "'"))
                                .as("%s of %s", method, text)
                                .isEqualTo(text);
                    }
                }));
    }

    @Test
    void whatIsLookedUpIsThereOrNot() {
        TextLookups.all()
                .forEach((method, probe) -> TEXTS.forEach(text -> {
                    try {
                        probe.accept(text);
                    } catch (AzothException | IllegalArgumentException refused) {
                        assertThat(refused.getMessage())
                                .as("%s of %s", method, text)
                                .isNotEmpty();
                    }
                }));
    }

    @Test
    void aQuestionAboutAnyNameIsOne(Database db) {
        for (Map.Entry<String, BiConsumer<Connection, String>> probe :
                TextProbes.asked().entrySet()) {
            for (String text : TEXTS) {
                run(db, connection -> probe.getValue().accept(connection, text));
            }
        }
    }

    private enum Sign {
        PLUS,
        MINUS
    }

    @Test
    void tablesMayHaveAnyName(Database db) {
        for (String text : namesOn(db)) {
            MetaData metadata = new MetaData();
            Column<Integer> key = Column.of(text, Types.INTEGER).primaryKey().comment(text);
            Column<String> choice = Column.of("c" + text, Types.choice("x", text));
            // what stands before a dot is a schema
            String name = "t" + text.replace('.', '_');
            Column<Sign> sign = Column.of("s" + text, Types.enumeration(Sign.class, each -> each + text));
            Column<Integer> same = Column.of("f" + text, Types.INTEGER);
            Table table = Table.reflected(metadata, null, name);
            List.of(key, choice, sign, same).forEach(table::add);
            table.comment(text);
            table.foreignKey("r" + text, List.of(same), () -> List.of(key), ForeignKey.Action.NO_ACTION);
            table.unique("u" + text, List.of(choice));
            table.index("i" + text, List.of(choice, key), false);
            table.check("k" + text, key.gt(0));
            if (!db.name().matches("mysql|sqlite")) {
                table.sequence(Sequence.of("q" + text));
            }
            if (db.name().matches("postgresql|mysql|mariadb")) {
                table.fulltextIndex("f" + text, "english", List.of(choice));
            }
            metadata.createAll(db.engine());
            db.engine().begin(connection -> {
                connection.execute(
                        insert(table).values(key, 1).values(choice, text).values(sign, Sign.PLUS));
                assertThat(connection.execute(select(key, choice, sign)).one().values())
                        .isEqualTo(List.of(1, text, Sign.PLUS));
                assertThat(connection.inspect().hasTable(name)).as(text).isTrue();
            });
            metadata.dropAll(db.engine());
        }
    }

    /** MySQL and MariaDB have no such characters in names. */
    private static List<String> namesOn(Database db) {
        return TEXTS.stream()
                .filter(text ->
                        !text.equals("😀") || !Set.of("mysql", "mariadb").contains(db.name()))
                .toList();
    }

    private static void run(Database db, Consumer<Connection> what) {
        try (Connection connection = db.engine().connect()) {
            what.accept(connection);
        } catch (AzothException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
    }
}
