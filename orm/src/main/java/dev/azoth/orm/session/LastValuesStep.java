package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.schema.Table;
import java.util.List;
import java.util.Objects;

/** Removes all values of objects that are deleted, whether they are in memory or not: they live with their owner. */
final class LastValuesStep implements FlushStep {
    private final ElementsMapping attribute;
    private final List<Tracked> owners;

    LastValuesStep(ElementsMapping attribute, List<Tracked> owners) {
        this.attribute = attribute;
        this.owners = owners;
    }

    @Override
    public Table table() {
        return attribute.table();
    }

    @Override
    public void run(Connection connection) {
        ValueStep.deleteAll(
                connection,
                attribute,
                owners.stream().map(each -> Objects.requireNonNull(each.key())).toList());
    }

    @Override
    public void describe(List<PendingChange> into) {
        // that the object is deleted says it
    }
}
