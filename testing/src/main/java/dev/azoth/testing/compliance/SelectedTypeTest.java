package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.dialect.SelectedCodec;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.CustomType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Types whose columns are read through a call. */
@EveryDatabase
class SelectedTypeTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey();
    private static final Column<String> word = Column.of("word", new Loud());
    private static final Table words = Table.of(METADATA, "loud", id, word);

    /** Texts that are read in capitals. */
    private record Loud() implements CustomType<String> {
        @Override
        public TypeCodec<String> codec(ServerInfo server, TypeCodecs codecs) {
            return new SelectedCodec<>(codecs.codec(Types.VARCHAR(20)), "upper(", ")");
        }

        @Override
        public Class<String> javaType() {
            return String.class;
        }

        @Override
        public String name() {
            return "LOUD";
        }
    }

    @PrepareDatabase
    static void fill(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(
                        insert(words).columns(id, word).row(1L, "a").row(2L, "b")));
    }

    @Test
    void aColumnIsReadThroughItsCall(Database db) {
        db.expect(select(word.as("said")).where(word.in("a", "b")).orderBy(id))
                .sql(
                        "postgresql",
                        "SELECT upper(loud.word) AS said FROM loud WHERE loud.word = ANY(?) ORDER BY loud.id")
                .sql("h2", "SELECT upper(loud.word) AS said FROM loud WHERE loud.word = ANY(?) ORDER BY loud.id")
                .sql("duckdb", "SELECT upper(loud.word) AS said FROM loud WHERE loud.word = ANY(?) ORDER BY loud.id")
                .sql("SELECT upper(loud.word) AS said FROM loud WHERE loud.word IN (?, ?) ORDER BY loud.id")
                .rows("A", "B");
    }

    @Test
    void aSubqueryGivesWhatIsStored(Database db) {
        var rows = select(word).where(word.eq("a")).subquery("rows_");
        var either = select(word).where(id.eq(1L)).unionAll(select(word).where(id.eq(2L)));
        var same = words.as("same");
        var owned = nested(select(word)).on(id.eq(same.get(id)));
        try (Connection connection = db.engine().connect()) {
            assertThat(connection
                            .execute(select(rows.get(word)).where(rows.get(word).eq("a")))
                            .all())
                    .containsExactly("A");
            assertThat(connection.execute(either).all()).containsExactlyInAnyOrder("A", "B");
            assertThat(connection.execute(select(value("x", new Loud()))).one()).isEqualTo("X");
            assertThat(connection
                            .execute(select(word).where(word.in(select(word)), id.eq(2L)))
                            .one())
                    .isEqualTo("B");
            for (var each : List.of(owned, owned.select())) {
                assertThat(connection
                                .execute(select(each).from(same).orderBy(same.get(id)))
                                .all())
                        .containsExactly(List.of("A"), List.of("B"));
            }
        }
    }

    @Test
    @Requires({Capability.INSERT_RETURNING, Capability.UPDATE_RETURNING, Capability.DELETE_RETURNING})
    void soIsWhatComesBack(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThat(connection
                            .execute(insert(words)
                                    .values(id, 3L)
                                    .values(word, "c")
                                    .returning(word))
                            .one())
                    .isEqualTo("C");
            assertThat(connection
                            .execute(
                                    insert(words).returning(word),
                                    List.of(Map.of(id, 4L, word, "d"), Map.of(id, 5L, word, "e")))
                            .all())
                    .containsExactly("D", "E");
            assertThat(connection
                            .execute(update(words)
                                    .set(word, "x")
                                    .where(id.eq(3L))
                                    .returning(word))
                            .one())
                    .isEqualTo("X");
            assertThat(connection
                            .execute(delete(words).where(id.eq(4L)).returning(word))
                            .one())
                    .isEqualTo("D");
        }
    }
}
