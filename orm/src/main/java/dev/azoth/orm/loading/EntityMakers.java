package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.Hierarchy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the objects of rows, each of the class that its row says. */
final class EntityMakers {
    private final LoadRun run;
    private final EntityNode node;
    private final List<ResultColumn<?>> columns;
    private final @Nullable Hierarchy hierarchy;
    private final int discriminator;
    private final Map<@Nullable Object, EntityMaker> byValue = new HashMap<>();
    private final @Nullable EntityMaker only;

    EntityMakers(LoadRun run, EntityNode node, List<ResultColumn<?>> columns) {
        this.run = run;
        this.node = node;
        this.columns = columns;
        EntityLayout layout = node.plan().layout();
        Hierarchy several = layout.mapping()
                .hierarchy()
                .filter(each -> !each.below().isEmpty())
                .orElse(null);
        this.hierarchy = several;
        this.discriminator = several == null ? 0 : node.place() + layout.place(several.discriminator());
        this.only = several == null ? new EntityMaker(run, node, layout, columns) : null;
    }

    EntityMaker of(ResultSet row) throws SQLException {
        if (only != null) {
            return only;
        }
        Object value = columns.get(discriminator).read(row, discriminator + 1);
        EntityMaker maker = byValue.get(value);
        if (maker == null) {
            maker = maker(value);
            byValue.put(value, maker);
        }
        return maker;
    }

    private EntityMaker maker(@Nullable Object value) {
        if (hierarchy == null) {
            throw new IllegalStateException("one maker is enough");
        }
        EntityMapping<?> entity = hierarchy.of(value);
        return new EntityMaker(run, node, node.plan().layout().within(entity), columns);
    }
}
