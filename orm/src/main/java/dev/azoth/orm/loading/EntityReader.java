package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.orm.mapping.EntityKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one entity, and what is joined to it, from the rows of a result. */
final class EntityReader {
    private final LoadRun run;
    private final Level level;
    private final KeyReader key;
    private final EntityMakers makers;
    private final boolean undefers;
    private final List<JoinedReader> joins = new ArrayList<>();

    EntityReader(LoadRun run, EntityNode node, List<ResultColumn<?>> columns) {
        this.run = run;
        this.level = node.level();
        EntityLayout layout = node.plan().layout();
        this.key = new KeyReader(layout.mapping(), columns, node.place(), layout.key());
        this.makers = new EntityMakers(run, node, columns);
        this.undefers = layout.isLonger();
        for (EntityNode.Joined each : node.joins()) {
            joins.add(new JoinedReader(
                    run,
                    level,
                    each.step(),
                    new EntityReader(run, each.node(), columns),
                    columns,
                    each.node().indexPlace()));
        }
    }

    /** The object of the row: the session's, or a new one; null where an outer join found none. */
    @Nullable
    Object read(ResultSet row) throws SQLException {
        EntityKey found = key.read(row);
        if (found == null) {
            return null;
        }
        Object entity = run.known(found);
        if (entity != null && run.leavesAlone(found)) {
            return entity;
        }
        boolean filled = entity == null || run.overwrites(found);
        if (entity == null) {
            entity = makers.of(row).make(row, found);
        } else if (filled) {
            makers.of(row).overwrite(row, found, entity);
        } else {
            level.met(found, entity);
            if (undefers) {
                makers.of(row).undefer(row, entity);
            }
        }
        for (JoinedReader each : joins) {
            if (each.isOf(entity)) {
                each.read(row, found, entity, filled);
            }
        }
        return entity;
    }

    /** All rows were read: joined collections are complete. */
    void complete() {
        joins.forEach(JoinedReader::complete);
    }
}
