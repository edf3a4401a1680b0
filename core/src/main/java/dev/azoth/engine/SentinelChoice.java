package dev.azoth.engine;

import dev.azoth.schema.Column;
import dev.azoth.schema.Index;
import dev.azoth.schema.Table;
import dev.azoth.schema.UniqueKey;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Insert;
import dev.azoth.type.ConvertedType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds what tells the rows of an insert of many apart. */
final class SentinelChoice {
    /** Classes whose values come back from every database as they were given. */
    private static final Set<Class<?>> EXACT =
            Set.of(Short.class, Integer.class, Long.class, Boolean.class, UUID.class, String.class);

    private final Insert<?> insert;
    private final List<ColumnReference<?>> given;

    private SentinelChoice(Insert<?> insert, List<ColumnReference<?>> given) {
        this.insert = insert;
        this.given = given;
    }

    /**
     * The sentinel of an insert.
     *
     * @param given   the columns that its rows have
     * @param inOrder whether the dialect's keys are in the order of the rows
     */
    static Sentinel of(Insert<?> insert, List<ColumnReference<?>> given, boolean inOrder) {
        if (insert.returning().isEmpty()) {
            return new Sentinel.Unneeded();
        } else if (!insert.extensions().isEmpty()) { // a text such as IGNORE may leave rows out
            return new Sentinel.OneByOne();
        } else if (inOrder) {
            return new Sentinel.Unneeded();
        }
        return new SentinelChoice(insert, given).find();
    }

    private Sentinel find() {
        if (!(insert.table() instanceof Table table)) {
            return new Sentinel.OneByOne();
        }
        Optional<Conflict> conflict = insert.conflict();
        Optional<Column<?>> numbered = table.identityColumn().filter(column -> !given.contains(column));
        if (conflict.isEmpty() && numbered.isPresent()) {
            return new Sentinel.Numbered(numbered.get());
        }
        List<List<? extends ColumnReference<?>>> keys =
                conflict.isPresent() ? conflictKeys(conflict.get()) : keys(table);
        for (List<? extends ColumnReference<?>> key : keys) {
            if (tells(key)) {
                List<Column<?>> columns = new ArrayList<>();
                key.forEach(column -> columns.add((Column<?>) column));
                return new Sentinel.Keyed(
                        columns, columns.stream().map(given::indexOf).toList());
            }
        }
        return new Sentinel.OneByOne();
    }

    /** An index of some rows does not tell the others apart. */
    private static List<List<? extends ColumnReference<?>>> conflictKeys(Conflict conflict) {
        return conflict.keyWhere() == null ? List.of(conflict.key()) : List.of();
    }

    private static List<List<? extends ColumnReference<?>>> keys(Table table) {
        List<List<? extends ColumnReference<?>>> keys = new ArrayList<>();
        keys.add(table.primaryKey());
        table.uniqueKeys().stream().map(UniqueKey::columns).forEach(keys::add);
        table.indexes().stream().filter(Index::isKey).map(Index::columns).forEach(keys::add);
        return keys;
    }

    private boolean tells(List<? extends ColumnReference<?>> key) {
        return !key.isEmpty() && key.stream().allMatch(this::isKept);
    }

    /** Whether the value that a row has in a column comes back with it: the very same value, and never null. */
    private boolean isKept(ColumnReference<?> key) {
        return key instanceof Column<?> column
                && given.contains(column)
                && !column.isNullable()
                && isExact(column.type())
                && insert.conflict().stream()
                        .flatMap(conflict -> conflict.update().stream())
                        .allMatch(assignment -> assignment.keeps(column));
    }

    /** A type over another may read another value than was written. */
    static boolean isExact(SqlType<?> type) {
        return (EXACT.contains(type.javaType()) || type.javaType().isEnum())
                && !(type instanceof StringType text && text.form() == StringType.Form.CHAR)
                && !(type instanceof ConvertedType<?, ?>);
    }
}
