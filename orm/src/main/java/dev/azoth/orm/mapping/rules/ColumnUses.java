package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.orm.mapping.model.TypeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which attributes use which column. Several may read it; one writes it. */
final class ColumnUses {
    /** An attribute's use of a column. */
    record Use(String attribute, TypeModel type, boolean writes) {}

    private final Map<String, List<Use>> uses = new LinkedHashMap<>();

    ColumnUses(List<AttributeModel> attributes) {
        add(attributes, "");
    }

    private void add(List<AttributeModel> attributes, String prefix) {
        for (AttributeModel each : attributes) {
            String name = prefix + each.member().name();
            if (each instanceof ColumnModel column) {
                if (column.expression().isPresent()) {
                    continue; // it is in no table
                }
                add(column.column(), new Use(name, column.type(), column.insertable() || column.updatable()));
            } else if (each instanceof EmbeddedModel embedded) {
                add(embedded.attributes(), name + ".");
            } else if (each instanceof ToOneModel toOne) {
                for (JoinColumnModel join : toOne.columns()) {
                    add(join.column(), new Use(name, join.type(), join.insertable() || join.updatable()));
                }
                toOne.index()
                        .ifPresent(index -> add(
                                index.column(),
                                new Use("the collection that " + name + " leads to", index.type(), true)));
            }
        }
    }

    private void add(String column, Use use) {
        uses.computeIfAbsent(column, each -> new ArrayList<>()).add(use);
    }

    /** The attributes that are columns, by their paths. */
    static void columns(List<AttributeModel> attributes, String prefix, Map<String, ColumnModel> into) {
        for (AttributeModel each : attributes) {
            String name = prefix + each.member().name();
            if (each instanceof ColumnModel column) {
                into.put(name, column);
            } else if (each instanceof EmbeddedModel embedded) {
                columns(embedded.attributes(), name + ".", into);
            }
        }
    }

    /** Tells of each use of each column. */
    void each(BiConsumer<String, Use> told) {
        uses.forEach((column, all) -> all.forEach(use -> told.accept(column, use)));
    }

    Set<String> names() {
        return uses.keySet();
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        uses.forEach((column, all) -> {
            List<String> names = all.stream().map(Use::attribute).toList();
            List<String> writers =
                    all.stream().filter(Use::writes).map(Use::attribute).toList();
            if (column.indexOf('\0') >= 0) {
                problems.add("the column of " + names.get(0) + " has a NUL in its name");
            }
            if (writers.size() > 1) {
                problems.add("the column " + column + " is written by " + String.join(" and ", writers)
                        + ": name another column, or make all but one insertable = false, updatable = false");
            } else if (all.stream().map(Use::type).distinct().count() > 1) {
                problems.add("the column " + column + " has different types as " + String.join(" and as ", names)
                        + ": declare them alike");
            }
        });
        return problems;
    }
}
