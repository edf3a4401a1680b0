package dev.azoth.orm.mapping.model;

import java.util.List;
import java.util.Optional;

/**
 * A table, but for its columns.
 *
 * @param schema the schema, or empty for the connection's own
 * @param comment what is said of it to those who look into the database; empty for nothing
 * @param checks conditions that no row may break
 * @param unique sets of columns that differ, together, in every row
 */
public record TableModel(
        String schema,
        String name,
        String comment,
        List<CheckModel> checks,
        List<IndexModel> unique,
        List<IndexModel> indexes) {
    /** Takes immutable copies. */
    public TableModel {
        checks = List.copyOf(checks);
        unique = List.copyOf(unique);
        indexes = List.copyOf(indexes);
    }

    /**
     * An index or a unique key.
     *
     * @param name    its name, or empty for one made from table and columns
     * @param columns the columns' names
     * @param made    what makes it, for one that an annotation of a kind of its own asks for
     * @param options how it is kept otherwise than usual
     */
    public record IndexModel(
            String name, List<String> columns, boolean unique, Optional<MadeIndex> made, IndexOptionsModel options) {
        /** An index of values. */
        public IndexModel(String name, List<String> columns, boolean unique) {
            this(name, columns, unique, Optional.empty(), IndexOptionsModel.NONE);
        }

        /** Takes an immutable copy. */
        public IndexModel {
            columns = List.copyOf(columns);
        }
    }

    /**
     * An index that a provider makes from an annotation.
     *
     * @param annotation the annotation on the member
     * @param provider   the provider
     */
    public record MadeIndex(MemberModel member, String annotation, String provider) {}
}
