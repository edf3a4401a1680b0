package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.engine.RowLayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an {@link EntityQuery}: a value for each thing that was selected. */
final class EntityRows {
    private final LoadRun run;
    private final EntityQuery query;
    private final List<Reading> readings = new ArrayList<>();

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
    }

    /** All rows; each once if a joined collection repeats them. */
    List<@Nullable Object[]> read() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Set<List<IdentitySet.Identity>> seen = new HashSet<>();
        for (@Nullable Object[] row : run.context().connection().execute(query.statement(), this::decoder)) {
            if (!query.multiplied() || seen.add(identities(row))) {
                rows.add(row);
            }
        }
        readings.forEach(Reading::complete);
        return rows;
    }

    private dev.azoth.compile.RowDecoder<@Nullable Object[]> decoder(RowLayout layout) {
        for (EntityQuery.Part part : query.parts()) {
            Optional<EntityNode> node = part.node();
            readings.add(
                    node.isPresent()
                            ? new EntityReading(new EntityReader(run, node.get(), layout.columns()))
                            : new ColumnReading(layout.columns().get(part.place()), part.place() + 1));
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

    private static List<IdentitySet.Identity> identities(@Nullable Object[] row) {
        List<IdentitySet.Identity> identities = new ArrayList<>(row.length);
        for (Object each : row) {
            identities.add(new IdentitySet.Identity(each));
        }
        return identities;
    }
}
