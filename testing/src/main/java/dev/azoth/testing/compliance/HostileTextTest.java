package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.concat;
import static dev.azoth.sql.Sql.concatWs;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.mode;
import static dev.azoth.sql.Sql.position;
import static dev.azoth.sql.Sql.replace;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Warehouse.METADATA;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryDatabase
class HostileTextTest {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "'",
            "''",
            "\"",
            "`",
            "\\",
            "\\'",
            "'; DROP TABLE note; --",
            "/* */ ?",
            ":name ? $1 %s %",
            "{\"a\": null}",
            "line\nbreak\r\ttab",
            "😀 emoji",
            "e\u0301 combining",
            "\u202eright to left",
            "\uffff",
            "x".repeat(1_000_000));

    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    static final Column<String> body = Column.of("body", TEXT);
    static final Table note = Table.of(METADATA, "note", id, body);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(note)));
    }

    @Test
    void anyTextComesBackAsItWas(Database db) {
        db.engine().begin(connection -> {
            for (String text : TEXTS) {
                connection.execute(insert(note).values(id, 1).values(body, text));
                assertThat(connection.execute(select(body)).one()).isEqualTo(text);
                assertThat(connection
                                .execute(select(id)
                                        .where(body.eq(text), body.in(text, "other"), body.contains(cut(text))))
                                .all())
                        .as("found by %.40s", text)
                        .containsExactly(1);
                assertThat(connection
                                .execute(update(note).set(body, text).where(body.eq(text)))
                                .rowCount())
                        .isEqualTo(1);
                connection.execute(delete(note).where(body.eq(text)));
            }
        });
    }

    /** The arguments of functions are values like others. */
    @Test
    void functionsTakeAnyText(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(note).values(id, 1).values(body, "[]"));
            for (String text : TEXTS) {
                if (text.isEmpty() || text.length() > 1000) {
                    continue;
                }
                assertThat(connection
                                .execute(select(
                                        replace(body, "]", text),
                                        position(text, concat(body, value(text))),
                                        concatWs(text, body, body)))
                                .one()
                                .values())
                        .as("with %s", text)
                        .isEqualTo(List.of("[" + text, 3, "[]" + text + "[]"));
            }
        });
    }

    /** The text of a statement, run as it is, does what the statement does: on MySQL and MariaDB whatever a backslash means. */
    @Test
    void renderedTextsAreWhatTheyWere(Database db) {
        List<String> modes = db.name().matches("mysql|mariadb") ? List.of("", "NO_BACKSLASH_ESCAPES") : List.of("");
        db.engine().begin(connection -> {
            for (String mode : modes) {
                if (modes.size() > 1) {
                    PlainSql.rows(connection, "SET SESSION sql_mode = '" + mode + "'");
                }
                TEXTS.forEach(text -> rendered(db, connection, cut(text)));
                if (db.has(Capability.NUL_IN_TEXT)) {
                    rendered(db, connection, "\\a\0b'");
                }
            }
            connection.invalidate();
        });
    }

    private static void rendered(Database db, Connection connection, String text) {
        run(db, connection, insert(note).values(id, 1).values(body, text));
        assertThat(connection.execute(select(body)).one()).isEqualTo(text);
        assertThat(run(db, connection, select(body).where(body.eq(text), body.in(text, "other"))))
                .as("with %.40s", text)
                .containsExactly(text);
        assertThat(run(
                        db,
                        connection,
                        select(id).where(body.contains(text), value(text).eq(body))))
                .containsExactly("1");
        run(db, connection, update(note).set(body, text).where(body.eq(text)));
        run(db, connection, delete(note).where(body.eq(text)));
        assertThat(connection.execute(select(id)).all()).isEmpty();
    }

    private static List<String> run(Database db, Connection connection, Statement<?> statement) {
        return PlainSql.rows(connection, db.engine().render(statement));
    }

    /** SQLite's patterns have at most 50,000 bytes. */
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 10_000));
    }

    @Test
    void manyRowsOfAnyTextComeBackAsTheyWere(Database db) {
        db.engine().begin(connection -> {
            connection.execute(
                    insert(note),
                    IntStream.range(0, TEXTS.size())
                            .mapToObj(i -> Map.of(id, i, body, TEXTS.get(i)))
                            .toList());
            assertThat(connection.execute(select(body).orderBy(id)).all()).isEqualTo(TEXTS);
        });
    }

    @Test
    void loadedRowsOfAnyTextComeBackAsTheyWere(Database db) {
        db.engine()
                .copyIn(
                        note,
                        IntStream.range(0, TEXTS.size())
                                .mapToObj(i -> Map.of(id, i, body, TEXTS.get(i)))
                                .toList());
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(select(body).orderBy(id)).all()).isEqualTo(TEXTS);
        }
    }

    @Test
    void textsThatDifferInCaseOrAccentAreDifferent(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(note)
                    .columns(id, body)
                    .row(1, "Ann")
                    .row(2, "ann")
                    .row(3, "ánn")
                    .row(4, "ann "));

            assertThat(connection.execute(select(id).where(body.eq("ann"))).all())
                    .containsExactly(2);
        });
    }

    /** PostgreSQL has no NUL in its texts; others have. */
    @Test
    void aNulIsKeptOrRefused(Database db) {
        try (Connection connection = db.engine().connect()) {
            var nul = insert(note).values(id, 1).values(body, "a\0b");
            if (db.has(Capability.NUL_IN_TEXT)) {
                connection.execute(nul);
                assertThat(connection.execute(select(body)).one()).isEqualTo("a\0b");
            } else {
                assertThatThrownBy(() -> connection.execute(nul))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("NUL");
            }
        }
    }
}
