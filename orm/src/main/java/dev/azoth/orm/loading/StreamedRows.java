package dev.azoth.orm.loading;

import dev.azoth.compile.RowDecoder;
import dev.azoth.engine.Result;
import dev.azoth.engine.RowLayout;
import dev.azoth.orm.session.PersistenceContext;
import dev.azoth.sql.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of one result, which stays open between them. */
final class StreamedRows implements PartitionRows {
    private final PersistenceContext context;
    private final Query<?> query;
    private final int size;
    private @Nullable Result<@Nullable Object> result;
    private @Nullable RowLayout layout;
    private @Nullable RowDecoder<@Nullable Object> decoder;

    StreamedRows(PersistenceContext context, Query<?> query, int size) {
        this.context = context;
        this.query = query;
        this.size = size;
    }

    @Override
    public EntityRows read(QueryLoad load) {
        EntityQuery sent = EntityQuery.of(query, load, true);
        EntityRows rows = new EntityRows(load.run(), sent);
        Result<@Nullable Object> open = result;
        if (open == null) {
            Query<?> applied = load.run().applied(sent.statement());
            open = context.connection(applied, load.run().from()).stream(applied, size, this::opened);
            result = open;
        }
        decoder = rows.decoder(Objects.requireNonNull(layout));
        return rows.take(open, size, load.nested());
    }

    private RowDecoder<@Nullable Object> opened(RowLayout columns) {
        layout = columns;
        return this::decode;
    }

    private @Nullable Object decode(ResultSet row) throws SQLException {
        return Objects.requireNonNull(decoder).decode(row);
    }

    @Override
    public void close() {
        if (result != null) {
            result.close();
        }
    }
}
