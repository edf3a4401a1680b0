package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.view.ClassView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What several entities have in one table: a column that two of them name is one column, so that it must be of one type. */
final class SharedTable {
    private final Map<String, ColumnUses.Use> first = new HashMap<>();
    private final Map<String, ClassView> owners = new HashMap<>();
    private final ClassView root;
    private final Findings findings;

    SharedTable(ClassView root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    /** Looks at what an entity adds to the one that it extends. */
    void add(ClassView entity, List<AttributeModel> own) {
        new ColumnUses(own).each((column, use) -> {
            ColumnUses.Use before = first.putIfAbsent(column, use);
            ClassView other = owners.putIfAbsent(column, entity);
            if (before != null
                    && other != null
                    && !other.name().equals(entity.name())
                    && !before.type().equals(use.type())) {
                findings.error(
                        root,
                        "the column " + column + " has different types as " + other.canonicalName() + "."
                                + before.attribute() + " and as " + entity.canonicalName() + "." + use.attribute()
                                + ", which are in one table: declare them alike, or name another column");
            }
        });
    }
}
