package dev.azoth.schema;

import dev.azoth.InvalidRequestException;
import dev.azoth.schema.NamingConvention.Kind;
import dev.azoth.sql.ColumnDefault;
import dev.azoth.sql.ColumnDefaults;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.KeyReference;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Structure;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table: extend it with a field for each column, or make one with {@link #of}.
 *
 * <p>A table is configured in its constructor and field initializers and closed by its first use. From then on it never changes and
 * any number of threads may use it. Equality is identity.
 */
public class Table implements NamedTable {
    private final String name;
    private final @Nullable String schema;
    private final List<Column<?>> columns = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final IdentityHashMap<Check, List<Column<?>>> madeChecks = new IdentityHashMap<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final DdlMoments ddl = new DdlMoments();
    private final NamingConvention naming;
    private final Set<String> givenNames = new HashSet<>();
    private Optional<String> comment = Optional.empty();
    private ColumnDefaults defaults = ColumnDefaults.NONE;
    private volatile boolean closed;

    /**
     * A table without columns yet.
     *
     * @param name     its name, in the case that the database has; {@code schema.name} for one in a certain schema
     * @param metadata the set that it joins
     */
    protected Table(String name, MetaData metadata) {
        this(
                name.contains(".") ? name.substring(0, name.indexOf('.')) : null,
                name.substring(name.indexOf('.') + 1),
                metadata);
    }

    /** A table without columns yet, in a schema, or in the connection's own for null. */
    protected Table(@Nullable String schema, String name, MetaData metadata) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a table's name is neither empty nor has it a NUL: \"" + name + "\"");
        }
        this.schema = schema;
        this.name = name;
        this.naming = metadata.naming();
        metadata.add(this);
    }

    /** A table of these columns. */
    public static Table of(MetaData metadata, String name, Column<?>... columns) {
        Table table = new Table(name, metadata);
        Arrays.stream(columns).forEach(table::add);
        return table;
    }

    /** A table without columns yet, for what is read out of a database. */
    public static Table reflected(MetaData metadata, @Nullable String schema, String name) {
        return new Table(schema, name, metadata);
    }

    /** A table as it is in the database. */
    public static Table reflect(SchemaTarget target, String name) {
        return target.reflect(new MetaData(), name);
    }

    /** Adds a column. */
    protected final <T> Column<T> column(String columnName, SqlType<T> type) {
        return add(Column.of(columnName, type));
    }

    /** Adds a column that was made before. */
    public final <T> Column<T> add(Column<T> column) {
        checkOpen(column.name());
        if (columns.stream().anyMatch(each -> each.name().equals(column.name()))) {
            throw new InvalidRequestException("table " + name + " has a column " + column.name() + " already");
        }
        column.attach(this);
        columns.add(column);
        return column;
    }

    /** Makes a foreign key of several columns, or one with a name of its own. */
    public final void foreignKey(
            @Nullable String keyName, List<Column<?>> from, Supplier<List<Column<?>>> to, ForeignKey.Action onDelete) {
        foreignKey(keyName, from, to, onDelete, ForeignKey.Action.NO_ACTION);
    }

    /** The same, with what happens to a row when the row that it refers to gets another key. */
    public final void foreignKey(
            @Nullable String keyName,
            List<Column<?>> from,
            Supplier<List<Column<?>>> to,
            ForeignKey.Action onDelete,
            ForeignKey.Action onUpdate) {
        checkOpen("a foreign key");
        foreignKeys.add(new ForeignKey(keyName, this, from, to, onDelete, onUpdate));
    }

    /** Makes these columns, together, different in every row. */
    public final void unique(Column<?>... of) {
        unique(null, Arrays.asList(of));
    }

    /** The same with a name of one's own. */
    public final void unique(@Nullable String keyName, List<Column<?>> of) {
        checkOpen("a unique key");
        uniqueKeys.add(new UniqueKey(named(keyName, Kind.UNIQUE, of), of));
    }

    /** Runs a statement of one's own whenever the table is created or dropped by {@code createAll} or {@code dropAll}. */
    public final void ddl(Ddl.Moment moment, Ddl statement) {
        ddl.add(moment, statement);
    }

    /** The texts that run at a moment on a dialect. */
    public final List<String> ddl(Ddl.Moment moment, String dialect) {
        return ddl.at(moment, dialect);
    }

    /** Refuses rows that break a condition. */
    public final void check(String checkName, Expression<Boolean> condition) {
        checkOpen("a check");
        checks.add(new Check(checkName, Condition.of(condition)));
    }

    /**
     * Says what the table is, for those who look into the database. SQLite keeps no comments; MySQL and MariaDB keep 2048 characters, and refuse more.
     *
     * @param text the comment; an empty one is none
     * @throws IllegalArgumentException if a NUL or half of a surrogate pair is in it
     */
    public final void comment(String text) {
        checkOpen("a comment");
        comment = CommentText.of(text, name);
    }

    /** Has a sequence created before the table if it is not there, and dropped after it; several tables may have the same. */
    public final void sequence(Sequence sequence) {
        checkOpen("a sequence");
        sequences.add(sequence);
    }

    /** Indexes these columns. */
    public final void index(Column<?>... of) {
        index(null, Arrays.asList(of), false);
    }

    /** The same with a name of one's own, or unique. */
    public final void index(@Nullable String indexName, List<Column<?>> of, boolean unique) {
        checkOpen("an index");
        indexes.add(new Index(named(indexName, Kind.INDEX, of), this, of, unique));
    }

    /**
     * Indexes columns as options say.
     *
     * @param indexName null to be given one
     */
    public final void index(@Nullable String indexName, List<Column<?>> of, IndexOptions options) {
        checkOpen("an index");
        String made = named(indexName, Kind.INDEX, of);
        indexes.add(new Index(made, this, of, options.unique(), Optional.empty(), Optional.empty(), options));
    }

    /**
     * Indexes the words of these columns, for {@link dev.azoth.sql.Sql#fulltext} of just these, or of a column that has them already.
     *
     * @param indexName null to be given one
     * @param language  whose words they are, which PostgreSQL must be told; an empty one for the database's own choice
     */
    public final void fulltextIndex(@Nullable String indexName, String language, List<? extends Column<String>> of) {
        checkOpen("an index");
        List<Column<?>> all = List.copyOf(of);
        String made = named(indexName, Kind.FULLTEXT_INDEX, all);
        indexes.add(new Index(made, this, all, false, Optional.of(language)));
    }

    /**
     * Indexes columns in a way of one's own.
     *
     * @param indexName null to be given one
     */
    public final void index(@Nullable String indexName, List<Column<?>> of, CustomIndex custom) {
        checkOpen("an index");
        String made = named(indexName, Kind.INDEX, of);
        indexes.add(new Index(made, this, of, false, Optional.empty(), Optional.of(custom)));
    }

    private String named(@Nullable String given, Kind kind, List<Column<?>> of) {
        if (given != null) {
            givenNames.add(given);
            return given;
        }
        return naming.name(kind, UnnamedConstraint.of(this, of));
    }

    NamingConvention naming() {
        return naming;
    }

    /** The columns that a check was made for, because of their types; none of one that somebody made. */
    List<Column<?>> columnsOf(Check check) {
        return madeChecks.getOrDefault(check, List.of());
    }

    /** Whether somebody gave one of its unique keys or indexes this name. */
    boolean isGiven(String constraintName) {
        return givenNames.contains(constraintName);
    }

    final void checkOpen(String what) {
        if (closed) {
            throw new InvalidRequestException("table " + name + " is in use and can no longer be changed (" + what
                    + "): configure it in its constructor");
        }
    }

    /** Turns what columns said of themselves into keys and indexes. Double-checked: a table may be first used by many threads. */
    private void close() {
        if (!closed) {
            synchronized (columns) {
                if (!closed) {
                    columns.forEach(this::expand);
                    defaults = new ColumnDefaults(each(Column::insertDefault), each(Column::updateDefault));
                    closed = true;
                }
            }
        }
    }

    private void expand(Column<?> column) {
        List<Column<?>> self = List.of(column);
        column.reference()
                .ifPresent(reference -> foreignKey(
                        null,
                        self,
                        () -> List.of(reference.target().get()),
                        reference.onDelete(),
                        reference.onUpdate()));
        if (column.isUnique()) {
            unique(null, self);
        }
        if (column.isIndexed()) {
            index(null, self, false);
        }
        if (!column.type().values().isEmpty()) {
            Check made = new Check(naming.name(Kind.CHECK, UnnamedConstraint.of(this, self)), oneOf(column));
            checks.add(made);
            madeChecks.put(made, self);
        }
    }

    private List<ColumnDefault<?>> each(Function<Column<?>, Optional<? extends ColumnDefault<?>>> of) {
        List<ColumnDefault<?>> found = new ArrayList<>();
        columns.forEach(column -> of.apply(column).ifPresent(found::add));
        return found;
    }

    /** The condition that a column has one of its type's only values. */
    private static <T> Condition oneOf(Column<T> column) {
        return column.in(column.type().values());
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Optional<String> schema() {
        return Optional.ofNullable(schema);
    }

    /** The name with the schema in front, where one was said. */
    public final String qualifiedName() {
        return schema == null ? name : schema + "." + name;
    }

    @Override
    public final List<Column<?>> columns() {
        close();
        return Collections.unmodifiableList(columns);
    }

    /**
     * The column of a name.
     *
     * @throws InvalidRequestException if there is none
     */
    public final Column<?> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "table " + name + " has no column " + columnName + "; its columns are " + columns));
    }

    /** Whether there is a column of a name. */
    public final boolean hasColumn(String columnName) {
        return columns.stream().anyMatch(column -> column.name().equals(columnName));
    }

    /**
     * The column of a name, of a class.
     *
     * @throws InvalidRequestException if there is none, or of another class
     */
    @SuppressWarnings("unchecked") // the class was compared
    public final <T> Column<T> column(String columnName, Class<T> javaType) {
        Column<?> column = column(columnName);
        if (column.type().javaType() != javaType) {
            throw new InvalidRequestException("column " + column + " is of "
                    + column.type().javaType().getName() + ", not " + javaType.getName());
        }
        return (Column<T>) column;
    }

    /** The columns of the primary key, in order; none for a table without one. */
    public final List<Column<?>> primaryKey() {
        return columns().stream().filter(Column::isPrimaryKey).toList();
    }

    /** The name of the primary key, where the {@link NamingConvention} gives it one. */
    public final Optional<String> primaryKeyName() {
        List<Column<?>> key = primaryKey();
        return key.isEmpty() || !naming.names(Kind.PRIMARY_KEY)
                ? Optional.empty()
                : Optional.of(naming.name(Kind.PRIMARY_KEY, UnnamedConstraint.of(this, key)));
    }

    /** The column that the database numbers, if there is one. */
    public final Optional<Column<?>> identityColumn() {
        return columns().stream().filter(Column::isIdentity).findFirst();
    }

    /** The foreign keys. */
    public final List<ForeignKey> foreignKeys() {
        close();
        return Collections.unmodifiableList(foreignKeys);
    }

    @Override
    public final List<KeyReference> references() {
        return foreignKeys().stream()
                .map(key -> new KeyReference(key.name(), key.columns(), key.target(), key.targetColumns()))
                .toList();
    }

    @Override
    public final ColumnDefaults defaults() {
        close();
        return defaults;
    }

    @Override
    public final List<Column<?>> generatedColumns() {
        return columns().stream()
                .filter(column -> column.isIdentity()
                        || column.serverDefault().isPresent()
                        || column.computed().isPresent()
                        || column.insertDefault().isPresent())
                .toList();
    }

    /** The unique keys. */
    public final List<UniqueKey> uniqueKeys() {
        close();
        return Collections.unmodifiableList(uniqueKeys);
    }

    /** The checks, with those that columns of enums bring along. */
    public final List<Check> checks() {
        close();
        return Collections.unmodifiableList(checks);
    }

    /** The indexes, without those that keys bring along. */
    public final List<Index> indexes() {
        close();
        return Collections.unmodifiableList(indexes);
    }

    /** What is said of it, if anything. */
    public final Optional<String> comment() {
        return comment;
    }

    /** The sequences that are created and dropped with it. */
    public final List<Sequence> sequences() {
        close();
        return Collections.unmodifiableList(sequences);
    }

    @Override
    public final void describe(Structure out) {
        close();
        out.value(this);
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
