package dev.azoth.compile;

import dev.azoth.sql.Construct;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Query;
import dev.azoth.sql.RowShape;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement written for one server: its text, where its values go, and how its rows are read. Holds no value; safe for many threads.
 */
public final class CompiledStatement {
    private static final int MOST_ROUNDED = 16_384;

    // measured with the key under which a cache finds them, on a 64-bit JVM with compressed references
    private static final int OVERHEAD = 600;
    private static final int SLOT = 260;
    private static final int COLUMN = 250;

    private final SqlText text;
    private final List<ParameterSlot> slots;
    private final List<ResultColumn<?>> columns;
    private final Projection projection;
    private final RowShape shape;
    private final Outcome outcome;
    private final boolean nested;
    private final boolean composed;
    private final @Nullable RowDecoder<?> decoder;

    /** What running the statement gives. */
    public enum Outcome {
        /** Rows, with the columns that were compiled. */
        ROWS,
        /** The number of rows changed. */
        COUNT,
        /** The keys that the database gave, by way of the driver. */
        GENERATED_KEYS,
        /** Rows that queries of their own read by a {@link ReturnKey}: the text is that of the change alone, which runs for the keys. */
        ROWS_BY_KEY,
        /** Whatever the database says: the statement is text. */
        UNKNOWN
    }

    CompiledStatement(
            SqlText text,
            List<ParameterSlot> slots,
            List<ResultColumn<?>> columns,
            List<? extends Selectable<?>> selection,
            Projection projection,
            Outcome outcome) {
        this.text = text;
        this.slots = List.copyOf(slots);
        this.columns = List.copyOf(columns);
        this.projection = projection;
        this.outcome = outcome;
        this.shape = RowDecoders.shape(columns);
        this.nested = RowDecoders.isNested(selection, columns);
        this.composed =
                selection.stream().anyMatch(each -> each instanceof Construct<?> || each instanceof Nested<?, ?>);
        this.decoder = columns.isEmpty() ? null : decoder(selection);
    }

    private RowDecoder<?> decoder(List<? extends Selectable<?>> selection) {
        if (nested) {
            RowMaker.of(projection, selection, columns); // whether it fits is said here, and not with the first row
            return new RowValues(columns);
        }
        return RowDecoders.of(projection, selection, columns);
    }

    /** The text with one place for each list of values, as logs and tests show it. */
    public String sql() {
        return text.with(text.empty().stream().map(list -> 1).toList());
    }

    /** The text for these values: a list has as many places as it needs. */
    public String sql(@Nullable Object[] values) {
        if (text.isFixed()) {
            return text.pieces().get(0);
        }
        List<Integer> lengths = new ArrayList<>();
        for (ParameterSlot slot : slots) {
            if (slot instanceof ParameterSlot.Expanding list) {
                lengths.add(places(list(values, list.number()).size()));
            }
        }
        return text.with(lengths);
    }

    /** The list that a slot's number stands for. */
    public static List<?> list(@Nullable Object[] values, int number) {
        Object list = values[number];
        if (list instanceof List<?> found) {
            return found;
        }
        throw new IllegalStateException("value " + number + " is no list");
    }

    /**
     * The number of places for so many values: the next power of two, so that few texts serve all lengths. A long list has as many places
     * as values, or it would not fit where databases limit the places of a statement to 32,766 or 65,535.
     */
    public static int places(int values) {
        return values > MOST_ROUNDED ? values : values <= 1 ? values : Integer.highestOneBit(values - 1) * 2;
    }

    /**
     * About how many bytes of memory this takes with the key that it is found by: its text, and what is known of each place and each column. The texts of lists are counted as
     * if all were made.
     */
    long bytes() {
        return OVERHEAD + text.bytes() + (long) slots.size() * SLOT + (long) columns.size() * COLUMN;
    }

    /** Where values are bound, in the order of the text. */
    public List<ParameterSlot> slots() {
        return slots;
    }

    /** The columns of the result; none for text whose columns were not said. */
    public List<ResultColumn<?>> columns() {
        return columns;
    }

    /**
     * The columns with what this statement selects. The one that was compiled had the same structure, but other values and other
     * subqueries in its expressions, by which rows must not be asked.
     *
     * @param statement a statement of the same structure
     */
    public List<ResultColumn<?>> columns(Statement<?> statement) {
        return columns.stream().allMatch(ResultColumn::isLasting)
                ? columns
                : ResultColumn.of(columns, selection(statement));
    }

    /** What a statement selects or returns. */
    public static List<? extends Selectable<?>> selection(Statement<?> statement) {
        return statement instanceof Dml<?> dml
                ? dml.returning()
                : statement instanceof Query<?> query ? query.selection() : List.of();
    }

    /** Whether rows of other statements, read by themselves, are part of what is selected: then the decoder reads the values of the columns only. */
    public boolean isNested() {
        return nested;
    }

    /** Whether a row tells of expressions, by which it may be asked: a decoder that was made for equal ones of other values will not do. */
    public boolean isAsked() {
        return composed || projection instanceof Projection.Rows;
    }

    /** What a row becomes. */
    public Projection projection() {
        return projection;
    }

    /** The names and expressions of the columns. */
    public RowShape shape() {
        return shape;
    }

    /** What running it gives. */
    public Outcome outcome() {
        return outcome;
    }

    /** How a row is read; empty where only the database knows the columns, or where no rows come. */
    public Optional<RowDecoder<?>> decoder() {
        return Optional.ofNullable(decoder);
    }
}
