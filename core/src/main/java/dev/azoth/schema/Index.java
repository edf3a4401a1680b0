package dev.azoth.schema;

import dev.azoth.sql.UniqueColumns;
import java.util.List;
import java.util.Optional;

/**
 * An index of a table.
 *
 * @param name    its name
 * @param columns what is indexed, in order
 * @param unique  whether its values differ in every row
 * @param words   for an index of the words of texts the language that they are of, by the database's name for it, or an empty one for its own choice; none for
 *     an index of values
 * @param custom  how it is kept, for one of a kind of one's own
 * @param options how an index of values is kept otherwise than usual
 */
public record Index(
        String name,
        Table table,
        List<Column<?>> columns,
        boolean unique,
        Optional<String> words,
        Optional<CustomIndex> custom,
        IndexOptions options)
        implements UniqueColumns {
    /** Takes an immutable copy. */
    public Index {
        columns = List.copyOf(columns);
    }

    /** An index of values, of words, or of a kind of one's own, as databases make it of columns alone. */
    public Index(
            String name,
            Table table,
            List<Column<?>> columns,
            boolean unique,
            Optional<String> words,
            Optional<CustomIndex> custom) {
        this(name, table, columns, unique, words, custom, IndexOptions.NONE);
    }

    /** An index of values. */
    public Index(String name, Table table, List<Column<?>> columns, boolean unique) {
        this(name, table, columns, unique, Optional.empty(), Optional.empty());
    }

    /** An index of values, or of the words of texts. */
    public Index(String name, Table table, List<Column<?>> columns, boolean unique, Optional<String> words) {
        this(name, table, columns, unique, words, Optional.empty());
    }

    /** Whether no two rows of the table have the same values: a unique index of some rows says nothing of the others. */
    public boolean isKey() {
        return unique && options.condition().isEmpty();
    }

    Index named(String other) {
        return new Index(other, table, columns, unique, words, custom, options);
    }

    @Override
    public String toString() {
        return name;
    }
}
