package dev.azoth.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            table.foreignKeys().forEach(key -> names.add(key.name(), table, "fk", key.columns()));
            table.uniqueKeys().forEach(key -> names.add(key.name(), table, "uq", key.columns()));
            table.indexes().forEach(index -> names.add(index.name(), table, "ix", index.columns()));
            table.checks().forEach(check -> names.add(check.name(), table, "ck", columns(check, table)));
        }
        return names;
    }

    private void add(String name, Table table, String prefix, List<Column<?>> columns) {
        List<String> owner = isMade(name, table, prefix, columns) ? owner(table, columns) : List.of(table.name());
        owners.computeIfAbsent(place(name, table), any -> new HashSet<>()).add(owner);
    }

    private static String place(String name, Table table) {
        return table.schema().orElse("") + "." + name.toLowerCase(Locale.ROOT);
    }

    private static List<String> owner(Table table, List<Column<?>> columns) {
        return Stream.concat(Stream.of(table.name()), columns.stream().map(Column::name))
                .toList();
    }

    private static boolean isMade(String name, Table table, String prefix, List<Column<?>> columns) {
        return !columns.isEmpty() && name.equals(ConstraintName.of(prefix, table, columns));
    }

    /** The column that a check was made for, because its values are those of an enum; none for a check that somebody wrote. */
    private static List<Column<?>> columns(Check check, Table table) {
        for (Column<?> column : table.columns()) {
            if (check.name().equals(ConstraintName.of("ck", table, List.of(column)))) {
                return List.of(column);
            }
        }
        return List.of();
    }

    private String name(String name, Table table, String prefix, List<Column<?>> columns) {
        boolean shared = owners.getOrDefault(place(name, table), Set.of()).size() > 1;
        return shared && isMade(name, table, prefix, columns)
                ? ConstraintName.distinct(name, owner(table, columns))
                : name;
    }

    /** The key with the name that it gets. */
    public ForeignKey of(ForeignKey key) {
        return key.named(name(key.name(), key.table(), "fk", key.columns()));
    }

    /** The unique key of a table with the name that it gets. */
    public UniqueKey of(UniqueKey key, Table table) {
        return new UniqueKey(name(key.name(), table, "uq", key.columns()), key.columns());
    }

    /** The index with the name that it gets. */
    public Index of(Index index) {
        return new Index(
                name(index.name(), index.table(), "ix", index.columns()),
                index.table(),
                index.columns(),
                index.unique(),
                index.words(),
                index.custom());
    }

    /** The check of a table with the name that it gets. */
    public Check of(Check check, Table table) {
        return new Check(name(check.name(), table, "ck", columns(check, table)), check.condition());
    }
}
