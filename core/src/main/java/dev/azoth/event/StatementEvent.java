package dev.azoth.event;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A statement that ran, or failed. */
public final class StatementEvent {
    private final @Nullable String label;
    private final String sql;
    private final Supplier<String> parameters;
    private final int rows;
    private final boolean cached;
    private final long nanoseconds;
    private final @Nullable RuntimeException failure;

    /**
     * An event.
     *
     * @param label       the label that its options give it, or null
     * @param sql         the text that was sent
     * @param parameters  makes the text of its parameters, cut and masked; called only when somebody asks
     * @param rows        the rows of parameters that were sent with it, 1 unless there were many
     * @param cached      whether its text was made by an earlier statement of the same structure
     * @param nanoseconds the time until the database answered, without reading its rows
     * @param failure     what it failed with, or null
     */
    public StatementEvent(
            @Nullable String label,
            String sql,
            Supplier<String> parameters,
            int rows,
            boolean cached,
            long nanoseconds,
            @Nullable RuntimeException failure) {
        this.label = label;
        this.sql = sql;
        this.parameters = parameters;
        this.rows = rows;
        this.cached = cached;
        this.nanoseconds = nanoseconds;
        this.failure = failure;
    }

    /** The label that {@code ExecutionOptions} gave it. */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /** The text that was sent. */
    public String sql() {
        return sql;
    }

    /** Its parameters: long ones cut, sensitive ones as {@code ***}. */
    public String parameters() {
        return parameters.get();
    }

    /** The rows of parameters that were sent with it. */
    public int rows() {
        return rows;
    }

    /** Whether its text was made by an earlier statement. */
    public boolean cached() {
        return cached;
    }

    /** The time until the database answered, in nanoseconds. */
    public long nanoseconds() {
        return nanoseconds;
    }

    /** What it failed with. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }
}
