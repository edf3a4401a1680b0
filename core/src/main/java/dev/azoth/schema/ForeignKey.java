package dev.azoth.schema;

import dev.azoth.schema.NamingConvention.Kind;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns whose values are those of a row of another table. The target is asked for late, so that tables may refer to each other. */
public final class ForeignKey {
    private final boolean named;
    // made when it is asked for, since it may speak of a table that is made later; by whichever thread
    private @Nullable String name;
    private final Table table;
    private final List<Column<?>> columns;
    private final Supplier<List<Column<?>>> targets;
    private final Action onDelete;
    private final Action onUpdate;

    /** What happens to a row when the row that it refers to is deleted, or gets another key. */
    public enum Action {
        /** It is refused. */
        NO_ACTION("NO ACTION"),
        /** The row is deleted too, or refers to the other key. */
        CASCADE("CASCADE"),
        /** The row's columns become null. */
        SET_NULL("SET NULL");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        /** Its keywords. */
        public String sql() {
            return sql;
        }
    }

    ForeignKey(
            @Nullable String given,
            Table table,
            List<Column<?>> columns,
            Supplier<List<Column<?>>> targets,
            Action onDelete,
            Action onUpdate) {
        this.named = given != null;
        this.name = given;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.targets = targets;
        this.onDelete = onDelete;
        this.onUpdate = onUpdate;
    }

    ForeignKey named(String other) {
        return other.equals(name) ? this : new ForeignKey(other, table, columns, targets, onDelete, onUpdate);
    }

    /** Whether somebody named it. */
    boolean isNamed() {
        return named;
    }

    /** Its name, unless another in the same set of tables has the same; see {@link ConstraintNames}. */
    public String name() {
        String known = name;
        if (known == null) {
            known = table.naming().name(Kind.FOREIGN_KEY, UnnamedConstraint.of(this));
            name = known;
        }
        return known;
    }

    /** The table that it belongs to. */
    public Table table() {
        return table;
    }

    /** Its columns. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** The columns that they refer to, in the same order. */
    public List<Column<?>> targetColumns() {
        return List.copyOf(targets.get());
    }

    /** The table that it refers to. */
    public Table target() {
        return targets.get().get(0).table();
    }

    /** What happens when the row referred to is deleted. */
    public Action onDelete() {
        return onDelete;
    }

    /** What happens when the row referred to gets another key. */
    public Action onUpdate() {
        return onUpdate;
    }

    @Override
    public String toString() {
        return name() + "(" + columns.stream().map(Column::toString).collect(Collectors.joining(", ")) + ")";
    }
}
