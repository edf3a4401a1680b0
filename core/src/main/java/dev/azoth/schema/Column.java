package dev.azoth.schema;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnDefault;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Structure;
import dev.azoth.type.SqlType;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * <p>Its methods configure it while its table is being made and give it back; once the table is used in a statement, they throw. May be
 * null unless {@link #notNull()} or part of the primary key. Equality is identity.
 *
 * @param <T> the Java class of its values
 */
public final class Column<T> implements ColumnReference<T> {
    private final String name;
    private SqlType<T> type;
    private @Nullable Table table;
    private boolean nullable = true;
    private boolean primaryKey;
    private boolean identity;
    private boolean unique;
    private boolean indexed;
    private boolean system;
    private @Nullable Expression<?> serverDefault;
    private @Nullable Expression<?> computed;
    private @Nullable ColumnDefault<T> insertDefault;
    private @Nullable ColumnDefault<T> updateDefault;
    private @Nullable Reference reference;
    private Optional<String> comment = Optional.empty();

    /** A foreign key of this one column, until its table makes it one. */
    record Reference(Supplier<Column<?>> target, ForeignKey.Action onDelete, ForeignKey.Action onUpdate) {}

    private Column(String name, SqlType<T> type) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a column's name is neither empty nor has it a NUL: \"" + name + "\"");
        }
        this.name = name;
        this.type = type;
    }

    /** A column that a table will be made of. */
    public static <T> Column<T> of(String name, SqlType<T> type) {
        return new Column<>(name, type);
    }

    void attach(Table owner) {
        if (table != null) {
            throw new InvalidRequestException("column " + name + " belongs to table " + table.name() + " already");
        }
        table = owner;
    }

    private Column<T> configured() {
        if (table != null) {
            table.checkOpen(name);
        }
        return this;
    }

    /** Never null. */
    public Column<T> notNull() {
        nullable = false;
        return configured();
    }

    /** The primary key, or a part of it; never null. */
    public Column<T> primaryKey() {
        primaryKey = true;
        nullable = false;
        return configured();
    }

    /** Numbered by the database for rows that give it no value. */
    public Column<T> identity() {
        identity = true;
        return configured();
    }

    /** Different in every row. */
    public Column<T> unique() {
        unique = true;
        return configured();
    }

    /** There without being declared, as PostgreSQL's {@code xmin} is: it is left out where the table is created. */
    public Column<T> system() {
        system = true;
        return configured();
    }

    /** With an index of its own. */
    public Column<T> indexed() {
        indexed = true;
        return configured();
    }

    /** Given this value by the database in rows that give none. */
    public Column<T> serverDefault(T value) {
        serverDefault = new Literal<>(type, value);
        return configured();
    }

    /** Given this by the database in rows that give none; the expression must not have bound values. */
    public Column<T> serverDefault(Expression<? extends T> expression) {
        serverDefault = expression;
        return configured();
    }

    /**
     * Computed by the database, out of other columns of the row, whenever the row changes, and never written. It may be null where the expression is; the expression must not have bound
     * values.
     */
    public Column<T> computed(Expression<? extends T> expression) {
        computed = expression;
        return configured();
    }

    /**
     * Given this value by Azoth in inserts that do not set it. The database knows nothing of it, unlike of a {@link #serverDefault(Object)}.
     *
     * <p>Rows of many, of {@code copyIn} and of a query get it too; what {@code onConflict} updates and merges do not.
     */
    public Column<T> defaultValue(T value) {
        return defaultFrom(() -> value);
    }

    /** The same with a value that is made for each row; once for all rows of a query. */
    public Column<T> defaultFrom(Supplier<? extends T> supplier) {
        insertDefault = new ColumnDefault.Supplied<>(this, supplier);
        return configured();
    }

    /** The same with a value that the database computes; the expression reads no columns. */
    public Column<T> defaultFrom(Expression<? extends T> expression) {
        insertDefault = new ColumnDefault.Computed<>(this, expression);
        return configured();
    }

    /**
     * Given a value, made for each statement or row of a batch, by updates that do not set it. What {@code onConflict} updates and merges do not set
     * stays as it is.
     */
    public Column<T> onUpdate(Supplier<? extends T> supplier) {
        updateDefault = new ColumnDefault.Supplied<>(this, supplier);
        return configured();
    }

    /** The same with a value that the database computes, over the row as it was. */
    public Column<T> onUpdate(Expression<? extends T> expression) {
        updateDefault = new ColumnDefault.Computed<>(this, expression);
        return configured();
    }

    /** A foreign key to a column of a table that is made already. */
    public Column<T> references(Column<T> target) {
        return references(() -> target);
    }

    /** A foreign key to a column that may be made later, as two tables that refer to each other need it. */
    public Column<T> references(Supplier<Column<T>> target) {
        return references(target, ForeignKey.Action.NO_ACTION);
    }

    /** A foreign key, and what happens to this row when the row it refers to is deleted. */
    public Column<T> references(Supplier<Column<T>> target, ForeignKey.Action onDelete) {
        return references(target, onDelete, ForeignKey.Action.NO_ACTION);
    }

    /** The same, and what happens to this row when the row it refers to gets another key. */
    public Column<T> references(Supplier<Column<T>> target, ForeignKey.Action onDelete, ForeignKey.Action onUpdate) {
        reference = new Reference(target::get, onDelete, onUpdate);
        return configured();
    }

    /** With its values kept out of logs and error messages. */
    public Column<T> sensitive() {
        type = type.sensitive();
        return configured();
    }

    /**
     * With a text that says what it is, for those who look into the database. SQLite keeps none; MySQL and MariaDB keep 1024 characters, and refuse more.
     *
     * @param text the comment; an empty one is none
     * @throws IllegalArgumentException if a NUL or half of a surrogate pair is in it
     */
    public Column<T> comment(String text) {
        comment = CommentText.of(text, toString());
        return configured();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SqlType<T> type() {
        return type;
    }

    @Override
    public Table table() {
        if (table == null) {
            throw new InvalidRequestException("column " + name + " belongs to no table yet");
        }
        return table;
    }

    /** Whether it may be null. */
    public boolean isNullable() {
        return nullable;
    }

    /** Whether it is of the primary key. */
    public boolean isPrimaryKey() {
        return primaryKey;
    }

    /** Whether the database numbers it. */
    public boolean isIdentity() {
        return identity;
    }

    /** What the database gives it in rows that give none. */
    public Optional<Expression<?>> serverDefault() {
        return Optional.ofNullable(serverDefault);
    }

    /** What is said of it, if anything. */
    public Optional<String> comment() {
        return comment;
    }

    /** What the database computes it of. */
    public Optional<Expression<?>> computed() {
        return Optional.ofNullable(computed);
    }

    Optional<ColumnDefault<T>> insertDefault() {
        return Optional.ofNullable(insertDefault);
    }

    Optional<ColumnDefault<T>> updateDefault() {
        return Optional.ofNullable(updateDefault);
    }

    /** Whether it is there without being declared. */
    public boolean isSystem() {
        return system;
    }

    boolean isUnique() {
        return unique;
    }

    boolean isIndexed() {
        return indexed;
    }

    Optional<Reference> reference() {
        return Optional.ofNullable(reference);
    }

    @Override
    public void describe(Structure out) {
        out.value(this);
    }

    @Override
    public String toString() {
        return (table == null ? "" : table.name() + ".") + name;
    }
}
