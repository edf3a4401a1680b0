package dev.azoth.engine;

import dev.azoth.compile.SchemaNames;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How statements run: with a timeout, a label, a limit of rows. Chosen for an engine by {@link EngineOptions#execution}, for a connection by
 * {@link Connection#options(java.util.function.UnaryOperator)} and for a statement by {@link Connection#with}, each beginning with what the wider one chose.
 * Immutable.
 */
public final class ExecutionOptions {
    /** No timeout, no label, all rows, compiled statements kept, pages as the database takes them. */
    public static final ExecutionOptions NONE = new ExecutionOptions(null, null, 0, true, 0, SchemaNames.SAID);

    private final @Nullable Duration timeout;
    private final @Nullable String label;
    private final int maxRows;
    private final boolean cached;
    private final int pageSize;
    private final SchemaNames schemas;

    private ExecutionOptions(
            @Nullable Duration timeout,
            @Nullable String label,
            int maxRows,
            boolean cached,
            int pageSize,
            SchemaNames schemas) {
        this.timeout = timeout;
        this.label = label;
        this.maxRows = maxRows;
        this.cached = cached;
        this.pageSize = pageSize;
        this.schemas = schemas;
    }

    /**
     * The longest that the database may take to answer: to run a statement, and then for each further row that it computes. After that the statement is
     * cancelled and fails with a {@link dev.azoth.ErrorKind#TIMEOUT}; so does one that ended while it was being cancelled. It holds for statements and
     * batches, not for {@code copyIn} nor for changes of the schema.
     *
     * @param time more than zero; zero for no timeout
     */
    public ExecutionOptions timeout(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a timeout cannot be " + time);
        }
        return new ExecutionOptions(time.isZero() ? null : time, label, maxRows, cached, pageSize, schemas);
    }

    /** The timeout. */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** What listeners and the log name the statements by. */
    public ExecutionOptions label(String name) {
        return new ExecutionOptions(timeout, name, maxRows, cached, pageSize, schemas);
    }

    /** The label. */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /**
     * The most rows that a query gives; those after are dropped without a word. Better ask for fewer, with {@code limit}: this is for
     * queries of others.
     *
     * @param rows 0 for all
     */
    public ExecutionOptions maxRows(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a query gives at the most " + rows + " rows?");
        }
        return new ExecutionOptions(timeout, label, rows, cached, pageSize, schemas);
    }

    /** The most rows that a query gives; 0 for all. */
    public int maxRows() {
        return maxRows;
    }

    /** Whether the compiled form of a statement is looked for and kept; not, for one that is made by chance and would push others out. */
    public ExecutionOptions cached(boolean on) {
        return new ExecutionOptions(timeout, label, maxRows, on, pageSize, schemas);
    }

    /** Whether compiled forms are kept. */
    public boolean isCached() {
        return cached;
    }

    /**
     * The most rows that go into one statement when many are inserted.
     *
     * @param rows 0 for what suits the database, which is the most in any case
     */
    public ExecutionOptions pageSize(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a page has at the most " + rows + " rows?");
        }
        return new ExecutionOptions(timeout, label, maxRows, cached, rows, schemas);
    }

    /** The most rows of one insert; 0 for what suits the database. */
    public int pageSize() {
        return pageSize;
    }

    /**
     * Looks in another schema for the tables that say one, or none: one set of tables serves the schemas of many tenants. Holds for what is made of tables,
     * their creation too, not for {@code text} nor for what is read of the database's own catalogue.
     *
     * @param said  the schema that tables say; {@code ""} for tables that say none
     * @param meant the schema that is meant; {@code ""} for the connection's own
     */
    public ExecutionOptions translateSchema(String said, String meant) {
        return new ExecutionOptions(timeout, label, maxRows, cached, pageSize, schemas.and(said, meant));
    }

    /** Where tables are looked for. */
    public SchemaNames schemas() {
        return schemas;
    }
}
