package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.testing.compliance.Warehouse.item;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.AzothException;
import dev.azoth.ErrorKind;
import dev.azoth.IntegrityException;
import dev.azoth.ProgrammingException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What breaks a constraint is told with the statement and the row. */
@EveryDatabase
class ConstraintTest {
    @PrepareDatabase
    static void create(Database db) {
        Warehouse.METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(item)));
    }

    @Test
    void aBrokenConstraintIsNamed(Database db) {
        db.engine().begin(connection -> connection.execute(insert(item).values(item.code, "a")));

        assertThatThrownBy(() -> db.engine()
                        .begin(connection -> connection.execute(insert(item).values(item.code, "a"))))
                .isInstanceOfSatisfying(IntegrityException.class, e -> {
                    assertThat(e.error().kind()).isEqualTo(ErrorKind.UNIQUE);
                    assertThat(e.statement()).hasValueSatisfying(statement -> {
                        assertThat(statement.sql()).startsWith("INSERT INTO item");
                        assertThat(statement.parameters()).isEqualTo("['a']");
                        assertThat(statement.callerFrame())
                                .hasValueSatisfying(frame ->
                                        assertThat(frame.getClassName()).contains("ConstraintTest"));
                    });
                    // by its own name, or by the column
                    assertThat(e.error().constraintName().orElseGet(e.error()::column))
                            .contains("code");
                });
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(select(item.code)).all()).containsExactly("a");
        }
    }

    /** A bug: the message had the parameters of the last row of the batch. */
    @Test
    void aBatchThatFailsShowsTheRowThatFailed(Database db) {
        var statement = update(item)
                .set(item.code, parameter("to", VARCHAR(20)))
                .where(item.code.eq(parameter("from", VARCHAR(20))));

        assertThatThrownBy(() -> db.engine().begin(connection -> {
                    connection.execute(
                            insert(item),
                            List.of(Map.of(item.code, "a"), Map.of(item.code, "b"), Map.of(item.code, "c")));
                    connection.executeBatch(
                            statement,
                            new ParameterRows(
                                    List.of("from", "to"),
                                    Arrays.asList(
                                            new Object[] {"a", "x"}, new Object[] {"b", "x"}, new Object[] {"c", "y"
                                            })));
                }))
                .isInstanceOfSatisfying(IntegrityException.class, e -> {
                    int row = e.statement().orElseThrow().row(); // which not every driver tells
                    assertThat(row).isIn(1, -1);
                    assertThat(e.statement().orElseThrow().parameters())
                            .isEqualTo(row == 1 ? "[to='x', from='b']" : "… 3 rows");
                });
    }

    /** A bug: where a statement fails before its values are bound, what was said is that they had none. */
    @Test
    void aBatchThatCannotBePreparedSaysWhy(Database db) {
        Column<Integer> no = Column.of("no", INTEGER);
        Table nowhere = Table.of(new MetaData(), "nowhere", no);

        assertThatThrownBy(() -> db.engine()
                        .begin(connection -> connection.executeBatch(
                                update(nowhere).set(no, parameter("no", INTEGER)),
                                new ParameterRows(List.of("no"), Arrays.<Object[]>asList(new Object[] {1})))))
                .isInstanceOf(ProgrammingException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> db.engine()
                        .begin(connection -> connection.execute(
                                update(nowhere).set(no, parameter("no", INTEGER)), Map.of("other", 1))))
                .isInstanceOf(AzothException.class)
                .hasMessageContaining("no");
    }
}
