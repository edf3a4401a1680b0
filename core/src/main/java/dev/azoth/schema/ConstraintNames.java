package dev.azoth.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that constraints and indexes get where a set of tables is created.
 *
 * <p>A name made of table and columns can be that of two: {@code fk_a_b_c} is the key of column {@code c} of table {@code a_b}, and of column
 * {@code b_c} of table {@code a}. Most databases want names to differ within a schema, so each of the two then ends in a hash of its table and
 * columns, whichever was declared first. A name that somebody gave is never changed.
 */
public final class ConstraintNames {
    private final Map<String, Set<List<String>>> owners = new HashMap<>();

    private ConstraintNames() {}

    /** The names within a set of tables. */
    public static ConstraintNames of(MetaData metadata) {
        ConstraintNames names = new ConstraintNames();
        for (Table table : metadata.tables()) {
            table.primaryKeyName().ifPresent(name -> names.add(name, table, "pk", table.primaryKey()));
            table.foreignKeys().forEach(key -> names.add(key.name(), table, key.isNamed() ? "" : "fk", key.columns()));
            table.uniqueKeys()
                    .forEach(key -> names.add(key.name(), table, kind(key.name(), table, "uq"), key.columns()));
            table.indexes()
                    .forEach(index -> names.add(index.name(), table, kind(index.name(), table, "ix"), index.columns()));
            table.checks().forEach(check -> names.add(check.name(), table, kind(check, table), table.columnsOf(check)));
        }
        return names;
    }

    /** Nothing for what somebody named. */
    private static String kind(String name, Table table, String kind) {
        return table.isGiven(name) ? "" : kind;
    }

    private static String kind(Check check, Table table) {
        return table.columnsOf(check).isEmpty() ? "" : "ck";
    }

    private void add(String name, Table table, String kind, List<Column<?>> columns) {
        owners.computeIfAbsent(place(name, table), any -> new HashSet<>()).add(owner(table, kind, columns));
    }

    private static String place(String name, Table table) {
        return table.schema().orElse("") + "." + name.toLowerCase(Locale.ROOT);
    }

    private static List<String> owner(Table table, String kind, List<Column<?>> columns) {
        return Stream.concat(Stream.of(kind, table.name()), columns.stream().map(Column::name))
                .toList();
    }

    private String name(String name, Table table, String kind, List<Column<?>> columns) {
        boolean shared = owners.getOrDefault(place(name, table), Set.of()).size() > 1;
        return shared && !kind.isEmpty() ? ConstraintName.distinct(name, owner(table, kind, columns)) : name;
    }

    /** The key with the name that it gets. */
    public ForeignKey of(ForeignKey key) {
        return key.isNamed() ? key : key.named(name(key.name(), key.table(), "fk", key.columns()));
    }

    /** The unique key of a table with the name that it gets. */
    public UniqueKey of(UniqueKey key, Table table) {
        return new UniqueKey(name(key.name(), table, kind(key.name(), table, "uq"), key.columns()), key.columns());
    }

    /** The index with the name that it gets. */
    public Index of(Index index) {
        return index.named(name(index.name(), index.table(), kind(index.name(), index.table(), "ix"), index.columns()));
    }

    /** The check of a table with the name that it gets. */
    public Check of(Check check, Table table) {
        return new Check(name(check.name(), table, kind(check, table), table.columnsOf(check)), check.condition());
    }

    /** The name of the primary key of a table, where it has one. */
    public Optional<String> primaryKey(Table table) {
        return table.primaryKeyName().map(name -> name(name, table, "pk", table.primaryKey()));
    }
}
