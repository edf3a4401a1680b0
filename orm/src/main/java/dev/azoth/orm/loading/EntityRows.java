package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.compile.RowDecoder;
import dev.azoth.compile.RowMaker;
import dev.azoth.engine.NestedQueries;
import dev.azoth.engine.Result;
import dev.azoth.engine.RowLayout;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an {@link EntityQuery}: a value for each thing that was selected. */
final class EntityRows {
    private final LoadRun run;
    private final EntityQuery query;
    private final List<Reading> readings = new ArrayList<>();
    private final List<ResultColumn<?>> read = new ArrayList<>();
    private final boolean alone;
    private final List<@Nullable Object> rows =
            new ArrayList<>(); // arrays of what is read; the objects where they are alone

    /** Reads a thing that was selected. */
    private interface Reading {
        @Nullable
        Object read(ResultSet row) throws SQLException;

        default void complete() {}
    }

    private record EntityReading(EntityReader reader) implements Reading {
        @Override
        public @Nullable Object read(ResultSet row) throws SQLException {
            return reader.read(row);
        }

        @Override
        public void complete() {
            reader.complete();
        }
    }

    private record ColumnReading(ResultColumn<?> column, int index) implements Reading {
        @Override
        public @Nullable Object read(ResultSet row) throws SQLException {
            return column.read(row, index);
        }
    }

    EntityRows(LoadRun run, EntityQuery query) {
        this.run = run;
        this.query = query;
        this.alone = query.asked().projection() instanceof Projection.Single
                && query.parts().size() == 1
                && query.parts().get(0).node().isPresent();
    }

    /**
     * Reads all rows; each once if a joined collection repeats them.
     *
     * @param nested runs the statements of nested queries
     */
    EntityRows read(Function<Select<Row>, Result<Row>> nested) {
        Set<List<IdentitySet.Identity>> seen = new HashSet<>();
        for (Object row : run.execute(query.statement(), this::decoder)) {
            if (!query.multiplied() || seen.add(identities(row))) {
                rows.add(row);
            }
        }
        return complete(nested);
    }

    /**
     * Takes the next rows of a result that is read some at a time, whose rows come through the {@link #decoder}.
     *
     * @param most how many there are at most
     */
    EntityRows take(Result<@Nullable Object> result, int most, Function<Select<Row>, Result<Row>> nested) {
        rows.addAll(result.take(most));
        return complete(nested);
    }

    private EntityRows complete(Function<Select<Row>, Result<Row>> nested) {
        readings.forEach(Reading::complete);
        if (!alone) {
            NestedQueries.of(query.asked().selection(), read).load(arrays(), nested);
        }
        return this;
    }

    @SuppressWarnings("unchecked") // what is not alone is in an array
    private List<@Nullable Object[]> arrays() {
        return (List<@Nullable Object[]>) (List<?>) rows;
    }

    /** How many rows were read. */
    int size() {
        return rows.size();
    }

    /** The first thing selected, of the last row. */
    @Nullable
    Object last() {
        int last = rows.size() - 1;
        return alone ? rows.get(last) : arrays().get(last)[0];
    }

    /** What the program asked for, made of the rows: when all that was to be loaded with them is. */
    List<@Nullable Object> made() {
        if (alone) {
            return rows;
        }
        RowMaker maker = RowMaker.withComposites(
                query.asked().projection(), query.asked().selection(), read);
        List<@Nullable Object> made = new ArrayList<>(rows.size());
        arrays().forEach(each -> made.add(maker.make(each)));
        return made;
    }

    /** Reads a row. */
    RowDecoder<@Nullable Object> decoder(RowLayout layout) {
        List<ResultColumn<?>> columns = layout.columns();
        int next = 0;
        for (EntityQuery.Part part : query.parts()) {
            // rows of a nested query that come as JSON take one column, whatever the keys of their owner
            int width = columns.get(next).isNested() ? 1 : part.width();
            if (part.node().isPresent()) {
                part.node().get().readFrom(part.node().get().columns(), next);
                if (part.asked()) {
                    read.add(columns.get(next));
                }
            } else {
                read.addAll(columns.subList(next, next + width));
            }
            next += width;
        }
        int shift =
                next - query.parts().stream().mapToInt(EntityQuery.Part::width).sum();
        next = 0;
        for (EntityQuery.Part part : query.parts()) {
            if (part.node().isPresent()) {
                part.node().get().shiftJoined(shift);
                if (part.asked()) {
                    readings.add(
                            new EntityReading(new EntityReader(run, part.node().get(), columns)));
                }
                next += part.width();
            } else {
                int end = next + (columns.get(next).isNested() ? 1 : part.width());
                for (; next < end; next++) {
                    readings.add(new ColumnReading(columns.get(next), next + 1));
                }
            }
        }
        if (alone) {
            return readings.get(0)::read;
        }
        Reading[] each = readings.toArray(Reading[]::new);
        return row -> {
            @Nullable Object[] values = new @Nullable Object[each.length];
            for (int i = 0; i < each.length; i++) {
                values[i] = each[i].read(row);
            }
            return values;
        };
    }

    private List<IdentitySet.Identity> identities(@Nullable Object row) {
        if (alone) {
            return List.of(new IdentitySet.Identity(row));
        }
        @Nullable Object[] values = (@Nullable Object[]) Objects.requireNonNull(row);
        List<IdentitySet.Identity> identities = new ArrayList<>(values.length);
        for (Object each : values) {
            identities.add(new IdentitySet.Identity(each));
        }
        return identities;
    }
}
