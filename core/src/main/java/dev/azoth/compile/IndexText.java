package dev.azoth.compile;

import dev.azoth.schema.Column;
import dev.azoth.schema.Index;
import dev.azoth.schema.IndexOptions;
import dev.azoth.sql.Ordering;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Writes what follows the table's name where an index of values is created. */
final class IndexText {
    private final Index index;
    private final Set<IndexFeature> features;
    private final SqlWriter out;

    private IndexText(Index index, Set<IndexFeature> features, SqlWriter out) {
        this.index = index;
        this.features = features;
        this.out = out;
    }

    static void write(Index index, Set<IndexFeature> features, SqlWriter out) {
        new IndexText(index, features, out).write();
    }

    private void write() {
        IndexOptions options = index.options();
        if (!options.method().isEmpty()) {
            check(IndexFeature.METHOD);
            out.sql(" USING ").identifier(options.method());
        }
        out.sql(" (");
        for (int i = 0; i < index.columns().size(); i++) {
            out.sql(i == 0 ? "" : ", ");
            column(index.columns().get(i));
        }
        out.sql(")");
        if (!options.include().isEmpty()) {
            check(IndexFeature.INCLUDED_COLUMNS);
            QueryRenderer.columnNames(options.include(), out.sql(" INCLUDE"));
        }
        if (!options.parameters().isEmpty()) {
            check(IndexFeature.PARAMETERS);
            parameters();
        }
        options.condition().ifPresent(condition -> {
            check(IndexFeature.CONDITION);
            out.sql(" WHERE ").argument(condition);
        });
    }

    private void parameters() {
        String before = " WITH (";
        for (var each : new TreeMap<>(index.options().parameters()).entrySet()) {
            out.sql(before)
                    .identifier(each.getKey())
                    .sql(" = ")
                    .sql(out.codec(Types.TEXT).literal(each.getValue()));
            before = ", ";
        }
        out.sql(")");
    }

    private void column(Column<?> column) {
        out.identifier(column.name());
        String operators = index.options().operatorClasses().get(column.name());
        if (operators != null) {
            check(IndexFeature.OPERATOR_CLASS);
            out.sql(" ");
            List<String> parts = List.of(operators.split("\\.", -1));
            for (int i = 0; i < parts.size(); i++) {
                out.sql(i == 0 ? "" : ".").identifier(parts.get(i));
            }
        }
        for (Ordering order : index.options().orders()) {
            if (order.expression() == column) {
                order(order);
            }
        }
    }

    private void order(Ordering order) {
        if (order.descending()) {
            check(IndexFeature.DESCENDING);
            out.sql(" DESC");
        }
        if (order.nulls() != Ordering.Nulls.DEFAULT) {
            check(IndexFeature.NULLS);
            out.sql(" NULLS ").sql(order.nulls().name());
        }
    }

    private void check(IndexFeature feature) {
        if (!features.contains(feature)) {
            throw out.unsupported(feature.description() + ", as " + index.name() + " of the table "
                    + index.table().name());
        }
    }
}
