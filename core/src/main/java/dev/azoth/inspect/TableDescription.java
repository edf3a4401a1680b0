package dev.azoth.inspect;

import dev.azoth.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is in a database.
 *
 * @param schema      the schema that it is in
 * @param name        its name
 * @param columns     its columns, in order
 * @param primaryKey  its primary key, if it has one
 * @param foreignKeys its foreign keys, by name
 * @param uniqueKeys  its unique constraints, by name, without the primary key
 * @param checks      its checks, by name
 * @param indexes     its indexes, by name, without those that its keys brought along
 * @param comment     what is said of it
 */
public record TableDescription(
        @Nullable String schema,
        String name,
        List<ColumnDescription> columns,
        Optional<Key> primaryKey,
        List<ForeignKeyDescription> foreignKeys,
        List<Key> uniqueKeys,
        List<CheckDescription> checks,
        List<IndexDescription> indexes,
        Optional<String> comment) {
    /** Takes immutable copies. */
    public TableDescription {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniqueKeys = List.copyOf(uniqueKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /** A table of which nothing is said. */
    public TableDescription(
            @Nullable String schema,
            String name,
            List<ColumnDescription> columns,
            Optional<Key> primaryKey,
            List<ForeignKeyDescription> foreignKeys,
            List<Key> uniqueKeys,
            List<CheckDescription> checks,
            List<IndexDescription> indexes) {
        this(schema, name, columns, primaryKey, foreignKeys, uniqueKeys, checks, indexes, Optional.empty());
    }

    /**
     * A column.
     *
     * @param type         the type that Azoth has for it; {@link dev.azoth.type.Types#NULL} where it has none
     * @param declaration  the type as the database says it, in upper case
     * @param nullable     whether it may be null
     * @param identity     whether the database numbers it
     * @param defaultValue its default as SQL text, or null
     * @param comment      what is said of it
     */
    public record ColumnDescription(
            String name,
            SqlType<?> type,
            String declaration,
            boolean nullable,
            boolean identity,
            @Nullable String defaultValue,
            Optional<String> comment) {
        /** A column of which nothing is said. */
        public ColumnDescription(
                String name,
                SqlType<?> type,
                String declaration,
                boolean nullable,
                boolean identity,
                @Nullable String defaultValue) {
            this(name, type, declaration, nullable, identity, defaultValue, Optional.empty());
        }
    }

    /** A comment as a database gives it: one that is missing or empty is none. */
    public static Optional<String> comment(@Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isEmpty());
    }

    /**
     * A primary or unique key.
     *
     * @param name    its name; empty where the database gives none
     * @param columns its columns, in the key's order
     */
    public record Key(String name, List<String> columns) {}

    /**
     * A foreign key.
     *
     * @param name     its name; empty where the database gives none
     * @param columns  its columns
     * @param schema   the schema of the table that it refers to, or null for the same
     * @param table    the table that it refers to
     * @param targets  the columns that it refers to, in the same order
     * @param onDelete the keywords of what happens on deletion: {@code NO ACTION}, {@code CASCADE}, …
     * @param onUpdate the same of what happens when the row referred to gets another key
     */
    public record ForeignKeyDescription(
            String name,
            List<String> columns,
            @Nullable String schema,
            String table,
            List<String> targets,
            String onDelete,
            String onUpdate) {}

    /** A check, with its condition as the database writes it. */
    public record CheckDescription(String name, String condition) {}

    /**
     * An index.
     *
     * @param columns its columns, in order; an expression as the database writes it
     * @param unique  whether its values differ in every row
     * @param method  how it is kept, such as {@code btree} or {@code hnsw}; empty where the database does not say
     * @param details what else the database says of it
     */
    public record IndexDescription(
            String name, List<String> columns, boolean unique, String method, IndexDetails details) {
        /** An index of which there is nothing else to say. */
        public IndexDescription(String name, List<String> columns, boolean unique, String method) {
            this(name, columns, unique, method, IndexDetails.NONE);
        }

        /** Whether it is of the words of texts. */
        public boolean isOfWords() {
            return method.equals("fulltext");
        }
    }

    /**
     * What only some databases say of an index.
     *
     * @param operatorClasses how the values of its columns are compared, in their order, where that is not the usual way of their types: {@code vector_cosine_ops}, and an empty text for a
     *     column beside it that is compared as usual; empty if all are
     * @param options         what it was given when it was made, such as {@code m} and {@code ef_construction}
     * @param condition       the rows that are in it, where not all are
     * @param include         columns that are only read out of it
     * @param orders          the orders of its columns, in their order, where they are not kept from the smallest value on: {@code DESC}, {@code NULLS FIRST},
     *     {@code DESC NULLS LAST}, and an empty text for a column beside it; empty if all are
     * @param valid           whether queries may use it; not if it is being built concurrently, or if that failed
     */
    public record IndexDetails(
            List<String> operatorClasses,
            Map<String, String> options,
            Optional<String> condition,
            List<String> include,
            List<String> orders,
            boolean valid) {
        /** Nothing but what is usual. */
        public static final IndexDetails NONE = new IndexDetails(List.of(), Map.of(), Optional.empty(), true);

        /** Without columns that are only read, and in the usual order. */
        public IndexDetails(
                List<String> operatorClasses, Map<String, String> options, Optional<String> condition, boolean valid) {
            this(operatorClasses, options, condition, List.of(), List.of(), valid);
        }

        /** Of some rows, if a condition is given, and in certain orders. */
        public static IndexDetails of(@Nullable String condition, List<String> orders) {
            return new IndexDetails(List.of(), Map.of(), Optional.ofNullable(condition), List.of(), orders, true);
        }

        /** None of these if all of them are empty. */
        private static List<String> said(List<String> texts) {
            return texts.stream().allMatch(String::isEmpty) ? List.of() : texts;
        }

        /** Takes immutable copies. */
        public IndexDetails {
            operatorClasses = said(List.copyOf(operatorClasses));
            orders = said(List.copyOf(orders));
            include = List.copyOf(include);
            options = Map.copyOf(options);
        }
    }
}
