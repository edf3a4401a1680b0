package dev.azoth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.ParameterSlot;
import dev.azoth.compile.StatementWalk;
import dev.azoth.engine.Connection;
import dev.azoth.sql.ListParameter;
import dev.azoth.sql.Query;
import dev.azoth.sql.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement should be on a database: its SQL, its parameters, its rows. Each method checks at once.
 *
 * <pre>{@code
 * database.expect(page)
 *     .sql("mysql", "SELECT t.a FROM t LIMIT 3, 2")
 *     .sql("SELECT t.a FROM t LIMIT ? OFFSET ?")
 *     .parameters(2, 3)
 *     .rows("d", "e");
 * }</pre>
 *
 * @param <T> what a row yields
 */
public final class Expectation<T> {
    private final Database database;
    private final Statement<T> statement;
    private final @Nullable Object[] values;
    private final Map<String, Object> named = new HashMap<>();
    private @Nullable CompiledStatement compiled;
    private boolean known;
    private boolean general;

    Expectation(Database database, Statement<T> statement) {
        this.database = database;
        this.statement = statement;
        StatementWalk walk = StatementWalk.of(statement);
        this.values = walk.values();
        assertThat(StatementWalk.of(statement).key())
                .as("the cache key of a second walk through the same statement")
                .isEqualTo(walk.key())
                .hasSameHashCodeAs(walk.key());
    }

    /**
     * The value of a parameter, or the list of one, that is given when the statement runs. Goes before everything else.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    public Expectation<T> given(String name, Object value) {
        named.put(name, value);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof ListParameter<?> list
                    && list.parameterName().equals(name)) {
                values[i] = list.values(value).values();
            }
        }
        return this;
    }

    /**
     * The text on a database that has its own. Goes before the text for all others.
     *
     * @param database the name of its dialect
     * @param text the SQL, exactly
     * @return this
     */
    public Expectation<T> sql(String database, String text) {
        if (general) {
            throw new IllegalStateException("the text of " + database + " has to stand before the one for all others");
        }
        if (database.equals(this.database.name())) {
            known = true;
            check(text);
        }
        return this;
    }

    /**
     * The text on all databases that come with this module, and whose own has not been said before. A dialect of somebody else's writes as it likes.
     *
     * @param text the SQL, exactly
     * @return this
     */
    public Expectation<T> sql(String text) {
        general = true;
        if (!known && KnownDatabases.get().isOwn(database.name())) {
            check(text);
        }
        return this;
    }

    /** Compiled when it is asked for: a statement may be executed as several, and have no text of its own. */
    private CompiledStatement compiled() {
        CompiledStatement made = compiled == null ? database.engine().compile(statement) : compiled;
        compiled = made;
        return made;
    }

    private void check(String text) {
        assertThat(compiled().sql(values)).as("SQL on %s", database).isEqualTo(text);
    }

    /**
     * The values bound, on the databases that come with this module.
     *
     * @param expected a value for each place of the text, a list for a list of values
     * @return this
     */
    public Expectation<T> parameters(@Nullable Object... expected) {
        if (!KnownDatabases.get().isOwn(database.name())) {
            return this; // their order is that of the text
        }
        List<@Nullable Object> bound = Plain.bound(compiled().slots(), values);
        assertThat(bound).as("parameters on %s", database).isEqualTo(Plain.values(Arrays.asList(expected)));
        return this;
    }

    /**
     * The rows, in order. The statement runs in a transaction of its own, and whatever it changes is undone. The text of a query with its
     * values in it must give as many.
     *
     * @param expected what each row yields; of a {@link dev.azoth.sql.Row} the list of its values
     * @return this
     */
    public Expectation<T> rows(@Nullable Object... expected) {
        assertThat(run()).as("rows on %s", database).containsExactlyElementsOf(Plain.values(Arrays.asList(expected)));
        return this;
    }

    /**
     * The rows of a statement that says nothing of their order; otherwise like {@link #rows}.
     *
     * @param expected what each row yields
     * @return this
     */
    public Expectation<T> rowsInAnyOrder(@Nullable Object... expected) {
        assertThat(run())
                .as("rows on %s", database)
                .containsExactlyInAnyOrderElementsOf(Plain.values(Arrays.asList(expected)));
        return this;
    }

    private List<@Nullable Object> run() {
        try (Connection connection = database.engine().connect()) {
            List<@Nullable Object> rows =
                    Plain.values(connection.execute(statement, named).all());
            if (statement instanceof Query<?>
                    && named.isEmpty()
                    && compiled().slots().stream().noneMatch(Expectation::isNotWritten)) {
                String text = database.engine().render(statement);
                assertThat(rowsOf(text, connection))
                        .as("rows of the text with its values: %s", text)
                        .isEqualTo(rows.size());
            }
            return rows;
        }
    }

    private static boolean isNotWritten(ParameterSlot slot) {
        return slot.sensitive() || slot instanceof ParameterSlot.Named;
    }

    private static int rowsOf(String text, Connection connection) {
        try (java.sql.Statement plain = connection.unwrap().createStatement()) {
            plain.setEscapeProcessing(false);
            int number = 0;
            try (ResultSet rows = plain.executeQuery(text)) {
                while (rows.next()) {
                    number++;
                }
            }
            return number;
        } catch (SQLException e) {
            throw new AssertionError("the text with its values does not run: " + text, e);
        }
    }
}
