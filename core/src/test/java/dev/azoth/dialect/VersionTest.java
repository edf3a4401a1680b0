package dev.azoth.dialect;

import static dev.azoth.sql.Sql.anyValue;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.merge;
import static dev.azoth.sql.Sql.newValue;
import static dev.azoth.sql.Sql.oldValue;
import static dev.azoth.sql.Sql.rollup;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Merge;
import dev.azoth.sql.Row;
import dev.azoth.sql.Statement;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.Types;
import org.junit.jupiter.api.Test;

/** What a server's version changes, without a server: a text, or a refusal that names the construct and since when there is one. */
class VersionTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Long> id = Column.of("id", BIGINT).primaryKey().identity();
    private static final Column<String> name =
            Column.of("name", VARCHAR(20)).notNull().unique();
    private static final Table person = Table.of(METADATA, "person", id, name);
    private static final Column<Long> visitor = Column.of("person", BIGINT);
    private static final Table visit = Table.of(METADATA, "visit", visitor, Column.of("day", INTEGER));

    private static String sql(Statement<?> statement, String dialect, int major, int minor) {
        return Dialects.render(statement, ServerInfo.of(dialect, major, minor));
    }

    private static void lacks(Statement<?> statement, String dialect, int major, int minor, String message) {
        assertThatThrownBy(() -> sql(statement, dialect, major, minor))
                .isInstanceOf(CompileException.class)
                .hasMessage(message);
    }

    private static Merge<Row> merging() {
        return merge(person).using(visit, visitor.eq(id));
    }

    @Test
    void mergeCameToPostgresqlWithFifteenAndWholeWithSeventeen() {
        var deleting = merging().whenMatched().delete();
        String text = "MERGE INTO person USING visit ON visit.person = person.id WHEN MATCHED THEN DELETE";
        lacks(deleting, "postgresql", 14, 0, "postgresql 14.0 has no MERGE");
        assertThat(sql(deleting, "postgresql", 15, 0)).isEqualTo(text);
        assertThat(sql(deleting, "postgresql", 18, 0)).isEqualTo(text);

        var returning = deleting.returning(name);
        lacks(returning, "postgresql", 16, 0, "postgresql 16.0 has no RETURNING of a MERGE");
        assertThat(sql(returning, "postgresql", 17, 0)).isEqualTo(text + " RETURNING person.name");
        var cleaning = merging().whenNotMatchedBySource().delete();
        lacks(cleaning, "postgresql", 16, 0, "postgresql 16.0 has no WHEN NOT MATCHED BY SOURCE");
        assertThat(sql(cleaning, "postgresql", 17, 0)).endsWith(" WHEN NOT MATCHED BY SOURCE THEN DELETE");
    }

    @Test
    void mysqlRollsUpNoRowsFromNineOn() {
        var rolled = select(visitor, count()).groupBy(rollup(visitor));
        assertThat(sql(rolled, "mysql", 9, 0))
                .isEqualTo("SELECT visit.person, count(*) FROM visit GROUP BY visit.person WITH ROLLUP");
        assertThat(sql(rolled, "mysql", 8, 4))
                .contains(" UNION ALL SELECT NULL ")
                .doesNotContain("ROLLUP");
    }

    @Test
    void oldAndNewValuesCameToPostgresqlWithEighteen() {
        var changed = update(person).set(name, "x").returning(oldValue(name), newValue(id));
        lacks(changed, "postgresql", 17, 0, "postgresql 17.0 has no old values in RETURNING, before 18");
        assertThat(sql(changed, "postgresql", 18, 0))
                .isEqualTo("UPDATE person SET name = 'x' RETURNING old.name, new.id");
    }

    @Test
    void someFunctionsCameToPostgresqlWithSixteen() {
        var any = select(anyValue(name)).from(person);
        lacks(any, "postgresql", 15, 0, "postgresql 15.0 has no function any_value, before 16");
        assertThat(sql(any, "postgresql", 16, 0)).isEqualTo("SELECT any_value(person.name) FROM person");
        var cast = select(name.tryCast(INTEGER)).from(person);
        lacks(cast, "postgresql", 15, 0, "postgresql 15.0 has no cast that gives null for what is no value, before 16");
    }

    @Test
    void returningCameToSqliteLate() {
        var returning = insert(person).values(name, "x").returning(id);
        lacks(returning, "sqlite", 3, 34, "sqlite 3.34 has no RETURNING, before 3.35");
        assertThat(sql(returning, "sqlite", 3, 35)).isEqualTo("INSERT INTO person (name) VALUES ('x') RETURNING id");
    }

    @Test
    void someJoinsCameToSqliteLate() {
        var every = select(name).from(person).fullJoin(visit, visitor.eq(id));
        var right = select(name).from(person).rightJoin(visit, visitor.eq(id));
        lacks(every, "sqlite", 3, 38, "sqlite 3.38 has no FULL JOIN, before 3.39");
        lacks(right, "sqlite", 3, 38, "sqlite 3.38 has no RIGHT JOIN, before 3.39");
        assertThat(sql(every, "sqlite", 3, 39)).contains(" FULL JOIN visit ON ");
        assertThat(sql(right, "sqlite", 3, 39)).contains(" RIGHT JOIN visit ON ");
    }

    @Test
    void ordersInAggregatesCameToSqliteLate() {
        var joined = select(stringAgg(name, ",")).from(person);
        var ordered = select(stringAgg(name, ",").orderBy(name)).from(person);
        assertThat(sql(joined, "sqlite", 3, 43)).isEqualTo("SELECT group_concat(person.name, ',') FROM person");
        assertThat(sql(joined, "sqlite", 3, 44)).isEqualTo("SELECT string_agg(person.name, ',') FROM person");
        lacks(ordered, "sqlite", 3, 43, "sqlite 3.43 has no ORDER BY in an aggregate, before 3.44");
    }

    @Test
    void mariadbHadNoTypeOfUuidsAtFirst() {
        assertThat(declared(10, 6)).isEqualTo("CHAR(36)");
        assertThat(declared(10, 11)).isEqualTo("UUID");
        assertThat(declared(11, 4)).isEqualTo("UUID");
        assertThat(declared(11, 8)).isEqualTo("UUID");
    }

    private static String declared(int major, int minor) {
        return Dialects.named("mariadb")
                .language(ServerInfo.of("mariadb", major, minor))
                .codecs()
                .codec(Types.UUID)
                .declaration();
    }

    /** What came with 8.0.19 and 8.0.31 is taken for granted: an 8.0 is the last of them. */
    @Test
    void everyMysqlFromEightOnIsSpokenToAlike() {
        var upsert = insert(person).values(name, "x").onConflict(name).doUpdate(x -> x.setExcluded(name));
        var both = select(id).intersect(select(visitor));
        for (int[] version : new int[][] {{8, 0}, {8, 4}, {9, 7}}) {
            assertThat(sql(upsert, "mysql", version[0], version[1]))
                    .isEqualTo("INSERT INTO person (name) VALUES ('x') AS excluded"
                            + " ON DUPLICATE KEY UPDATE name = excluded.name");
            assertThat(sql(both, "mysql", version[0], version[1]))
                    .isEqualTo("SELECT person.id FROM person INTERSECT SELECT visit.person FROM visit");
        }
    }
}
