package dev.azoth.schema;

import dev.azoth.InvalidRequestException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How constraints and indexes are named that nobody names, for {@link MetaData#MetaData(NamingConvention)}. A name that somebody gave is never changed.
 *
 * <p>A name that is longer than 60 bytes of UTF-8, which every database takes, is cut and ends in a hash of the whole, so that it is the same on every database; and two
 * that would be the same in one schema end in hashes of their tables and columns. MySQL and MariaDB call every primary key PRIMARY, DuckDB makes up names of its own.
 *
 * <p>Immutable.
 */
public final class NamingConvention {
    /** {@code fk_table_columns}, {@code uq_…}, {@code ck_…} of a column of few values, {@code ix_…}, and {@code ft_…} of an index of words; primary keys have no name. */
    public static final NamingConvention STANDARD = new NamingConvention(new EnumMap<>(Kind.class))
            .with(Kind.FOREIGN_KEY, prefixed("fk"))
            .with(Kind.UNIQUE, prefixed("uq"))
            .with(Kind.CHECK, prefixed("ck"))
            .with(Kind.INDEX, prefixed("ix"))
            .with(Kind.FULLTEXT_INDEX, prefixed("ft"));

    private final Map<Kind, Function<UnnamedConstraint, String>> names;

    /** What has a name. */
    public enum Kind {
        /** The primary key of a table. */
        PRIMARY_KEY,
        /** A foreign key. */
        FOREIGN_KEY,
        /** Columns that are different in every row. */
        UNIQUE,
        /** The condition that a column has one of its type's few values. */
        CHECK,
        /** An index of values, or of a kind of one's own. */
        INDEX,
        /** An index of words. */
        FULLTEXT_INDEX
    }

    private NamingConvention(Map<Kind, Function<UnnamedConstraint, String>> names) {
        this.names = names;
    }

    private static Function<UnnamedConstraint, String> prefixed(String prefix) {
        return each -> prefix + "_" + each.table() + "_" + each.joinedColumns();
    }

    /**
     * The same with another way to name one kind.
     *
     * @param name makes the name, the same whenever it is asked; called by any thread
     */
    public NamingConvention with(Kind kind, Function<UnnamedConstraint, String> name) {
        Map<Kind, Function<UnnamedConstraint, String>> all = new EnumMap<>(names);
        all.put(kind, name);
        return new NamingConvention(all);
    }

    boolean names(Kind kind) {
        return names.containsKey(kind);
    }

    /** The name, no longer than databases take. */
    String name(Kind kind, UnnamedConstraint unnamed) {
        Function<UnnamedConstraint, String> way = names.get(kind);
        String name = way == null ? "" : way.apply(unnamed);
        if (name == null || name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new InvalidRequestException(
                    "the naming convention calls the " + kind + " of " + unnamed.columns() + " of the table "
                            + unnamed.table() + " \"" + name + "\": a name is neither empty nor has it a NUL");
        }
        return ConstraintName.cut(name);
    }
}
