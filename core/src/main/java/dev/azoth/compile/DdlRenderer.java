package dev.azoth.compile;

import dev.azoth.schema.Column;
import dev.azoth.schema.ConstraintNames;
import dev.azoth.schema.CustomIndex;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.DependencyOrder;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Index;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.StoredQuery;
import dev.azoth.schema.Table;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Literal;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Writes the statements that make and drop tables, in standard SQL with IF NOT EXISTS. */
public class DdlRenderer {
    /** For dialects. */
    protected DdlRenderer() {}

    /**
     * The statements that create the tables that are missing, in order.
     *
     * @param exists tells which tables are there
     */
    public final List<String> createAll(MetaData metadata, Predicate<Table> exists, SqlLanguage language) {
        DependencyOrder order = metadata.sorted();
        ConstraintNames names = ConstraintNames.of(metadata);
        List<String> statements = new ArrayList<>();
        List<Table> missing = order.tables().stream().filter(exists.negate()).toList();
        if (missing.isEmpty()) {
            return statements;
        }
        String dialect = language.server().dialect();
        statements.addAll(metadata.ddl(Ddl.Moment.BEFORE_CREATE, dialect));
        codecs(missing, language)
                .flatMap(codec -> codec.created().stream())
                .distinct()
                .forEach(statements::add);
        SequenceText.created(missing, hasSequences(), language).forEach(statements::add);
        for (Table table : missing) {
            statements.addAll(table.ddl(Ddl.Moment.BEFORE_CREATE, dialect));
            List<ForeignKey> inside = table.foreignKeys().stream()
                    .filter(key -> declaresForeignKeys() && (!order.deferred().contains(key) || !addsForeignKeys()))
                    .toList();
            statements.addAll(beforeTable(table, language));
            statements.add(new TableText(table, names, this, language).create(inside));
            if (commentForm() == CommentForm.STATEMENT) {
                statements.addAll(Comments.of(table, this, language));
            }
            table.indexes().stream()
                    .filter(index -> index.custom()
                            .map(each -> each.isFor(language.server()))
                            .orElse(true))
                    .forEach(index -> statements.add(createIndex(names.of(index), language)));
            statements.addAll(table.ddl(Ddl.Moment.AFTER_CREATE, dialect));
        }
        if (declaresForeignKeys() && addsForeignKeys()) {
            order.deferred().stream()
                    .filter(key -> missing.contains(key.table()))
                    .forEach(key -> statements.add(addForeignKey(names.of(key), language)));
        }
        statements.addAll(metadata.ddl(Ddl.Moment.AFTER_CREATE, dialect));
        return statements;
    }

    /**
     * The statements that drop the tables that are there, in order.
     *
     * @param exists    tells which tables are there
     * @param keyExists tells whether a foreign key of a table that is there is there too
     */
    public final List<String> dropAll(
            MetaData metadata, Predicate<Table> exists, Predicate<ForeignKey> keyExists, SqlLanguage language) {
        DependencyOrder order = metadata.sorted();
        ConstraintNames names = ConstraintNames.of(metadata);
        List<String> statements = new ArrayList<>();
        if (order.tables().stream().noneMatch(exists)) {
            return statements;
        }
        String dialect = language.server().dialect();
        statements.addAll(metadata.ddl(Ddl.Moment.BEFORE_DROP, dialect));
        if (addsForeignKeys()) {
            order.deferred().stream()
                    .filter(key -> exists.test(key.table()) && exists.test(key.target()))
                    .flatMap(key ->
                            Stream.of(names.of(key), key).filter(keyExists).limit(1))
                    .forEach(key -> statements.add(dropForeignKey(key, language)));
        }
        List<Table> tables = new ArrayList<>(order.tables());
        Collections.reverse(tables);
        for (Table table : tables.stream().filter(exists).toList()) {
            statements.addAll(table.ddl(Ddl.Moment.BEFORE_DROP, dialect));
            statements.add(dropTable(table, language));
            statements.addAll(afterDropOf(table, language));
            statements.addAll(table.ddl(Ddl.Moment.AFTER_DROP, dialect));
        }
        SequenceText.dropped(tables.stream().filter(exists).toList(), hasSequences(), language)
                .forEach(statements::add);
        codecs(tables.stream().filter(exists).toList(), language)
                .flatMap(codec -> codec.dropped().stream())
                .distinct()
                .forEach(statements::add);
        statements.addAll(metadata.ddl(Ddl.Moment.AFTER_DROP, dialect));
        return statements;
    }

    /** The statement that makes, removes or refreshes a view or a table of a query. */
    public final String stored(StoredQuery query, StoredQuery.Change change, SqlLanguage language) {
        return StoredQueryText.of(query, change, language);
    }

    /** Whether a table is made of a query as the standard has it: {@code AS (SELECT …) WITH DATA}. */
    protected boolean putsQueriesInParentheses() {
        return false;
    }

    /** Whether views can keep their rows. */
    protected boolean materializesViews() {
        return false;
    }

    /** The statements that make what a table needs before it. */
    protected List<String> beforeTable(Table table, SqlLanguage language) {
        return List.of();
    }

    /** The statements that drop what {@link #beforeTable} made. */
    protected List<String> afterDropOf(Table table, SqlLanguage language) {
        return List.of();
    }

    /** Whether there are sequences. */
    protected boolean hasSequences() {
        return true;
    }

    private static Stream<TypeCodec<?>> codecs(List<Table> tables, SqlLanguage language) {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .map(column -> language.codecs().codec(column.type()));
    }

    /**
     * What makes creating something that is there do nothing, for a database that has no lock on changes of the schema; empty
     * where others are kept out by one.
     */
    protected String ifNotExists() {
        return "";
    }

    /** Whether tables get foreign keys at all. */
    protected boolean declaresForeignKeys() {
        return true;
    }

    /** Whether a foreign key can be added to a table that is there; if not, tables may be created before those they refer to. */
    protected boolean addsForeignKeys() {
        return true;
    }

    /** How the comments of tables and columns are said. */
    protected CommentForm commentForm() {
        return CommentForm.STATEMENT;
    }

    /** A comment as a literal. */
    protected String commentText(String text, SqlWriter out) {
        return out.codec(Types.TEXT).literal(text);
    }

    /** What stands after a table's closing parenthesis. */
    protected String tableOptions(Table table) {
        return "";
    }

    /** Whether the primary key is declared with its column, because the identity needs that. */
    protected boolean declaresPrimaryKeyInColumn(Table table) {
        return false;
    }

    /** Writes a column's declaration. */
    protected void column(Column<?> column, SqlWriter out) {
        out.identifier(column.name()).sql(" ").sql(out.codec(column.type()).declaration());
        if (column.computed().isPresent()) {
            out.sql(" GENERATED ALWAYS AS (").argument(column.computed().get()).sql(")" + computed());
            return;
        }
        column.serverDefault().ifPresent(value -> serverDefault(value, out.sql(" DEFAULT ")));
        if (column.isIdentity()) {
            out.sql(identity());
        }
        out.sql(column.isNullable() ? nullable() : " NOT NULL");
    }

    /** What makes a column numbered by the database. */
    protected String identity() {
        return " GENERATED BY DEFAULT AS IDENTITY";
    }

    /** What stands behind the expression of a column that the database computes. */
    protected String computed() {
        return "";
    }

    /** What makes a column nullable, where it is not when nothing is said. */
    protected String nullable() {
        return "";
    }

    /** Writes a column's default. */
    protected void serverDefault(Expression<?> value, SqlWriter out) {
        boolean simple = value instanceof Literal<?> || value instanceof Bind<?>;
        out.sql(simple ? "" : "(").argument(value).sql(simple ? "" : ")");
    }

    final void foreignKey(ForeignKey key, SqlWriter out) {
        namedForeignKey(key, out.sql("CONSTRAINT "));
    }

    private void namedForeignKey(ForeignKey key, SqlWriter out) {
        out.identifier(key.name()).sql(" FOREIGN KEY");
        QueryRenderer.columnNames(key.columns(), out);
        out.sql(" REFERENCES ");
        keyReach().check(key, out);
        referencedTable(key, out);
        QueryRenderer.columnNames(key.targetColumns(), out);
        if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
            onDelete(key, out);
        }
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
            onUpdate(key, out);
        }
    }

    /** Writes what happens to a row when the row that it refers to is deleted. */
    protected void onDelete(ForeignKey key, SqlWriter out) {
        out.sql(" ON DELETE ").sql(key.onDelete().sql());
    }

    /** Writes what happens to a row when the row that it refers to gets another key. */
    protected void onUpdate(ForeignKey key, SqlWriter out) {
        out.sql(" ON UPDATE ").sql(key.onUpdate().sql());
    }

    /** Writes the name of the table that a foreign key refers to. */
    protected void referencedTable(ForeignKey key, SqlWriter out) {
        out.language().statements().tableName(key.target(), out);
    }

    /** Where the tables may be that foreign keys lead to. */
    protected KeyReach keyReach() {
        return KeyReach.ANYWHERE;
    }

    /** The foreign keys of the tables that are missing which lead to tables that are not in the set: those must be there. */
    public final List<ForeignKey> leadingOut(MetaData metadata, Predicate<Table> exists) {
        return metadata.tables().stream()
                .filter(table -> declaresForeignKeys() && !exists.test(table))
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> !metadata.tables().contains(key.target()))
                .toList();
    }

    /** The statement that makes an index. */
    public String createIndex(Index index, SqlLanguage language) {
        SqlWriter out = SqlWriter.literal(language);
        if (index.words().isPresent()) {
            indexOfWords(index, index.words().get(), out);
        } else if (index.custom().isPresent()) {
            CustomIndex custom = index.custom().get();
            index(custom.kind(language.server()), index, out.sql("CREATE "));
            custom.render(out);
        } else {
            index("INDEX", index, out.sql(index.unique() ? "CREATE UNIQUE " : "CREATE "));
            IndexText.write(index, indexFeatures(), out);
        }
        return out.text();
    }

    /** What indexes may be beyond columns. */
    protected Set<IndexFeature> indexFeatures() {
        return Set.of(IndexFeature.DESCENDING);
    }

    /** Writes the kind of an index, its name and its table. */
    protected void index(String kind, Index index, SqlWriter out) {
        out.sql(kind).sql(" ").sql(ifNotExists()).identifier(index.name()).sql(" ON ");
        out.language().statements().tableName(index.table(), out);
    }

    /** Writes the statement that makes an index of the words of texts. */
    protected void indexOfWords(Index index, String words, SqlWriter out) {
        throw out.unsupported("full text index, as " + index.name() + " of the table "
                + index.table().name() + ": create it with table.ddl(…) where there is one");
    }

    /** The statement that adds a foreign key to a table that is there. */
    protected String addForeignKey(ForeignKey key, SqlLanguage language) {
        SqlWriter out = alter(key.table(), language).sql(" ADD CONSTRAINT ").sql(ifNotExists());
        namedForeignKey(key, out);
        return out.text();
    }

    /** The statement that drops a foreign key. */
    protected String dropForeignKey(ForeignKey key, SqlLanguage language) {
        return alter(key.table(), language)
                .sql(" DROP CONSTRAINT ")
                .identifier(key.name())
                .text();
    }

    /** The beginning of a statement that alters a table. */
    protected final SqlWriter alter(Table table, SqlLanguage language) {
        SqlWriter out = SqlWriter.literal(language).sql("ALTER TABLE ");
        language.statements().tableName(table, out);
        return out;
    }

    private static String dropTable(Table table, SqlLanguage language) {
        SqlWriter out = SqlWriter.literal(language).sql("DROP TABLE ");
        language.statements().tableName(table, out);
        return out.text();
    }
}
